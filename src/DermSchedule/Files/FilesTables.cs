using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Files;

internal static class FilesTables
{
    public const string Files = "files_files";
    public const string Shelves = "files_shelves";

    public static readonly SealedField Note = new(Files, "note");

    /// <summary>No column: the bytes lie in the store. They keep the version of the key they were sealed under.</summary>
    public static readonly SealedField Bytes = new("files_bytes", "content");

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredFile>(table =>
        {
            table.ToTable(Files);
            table.HasKey(file => new { file.PracticeId, file.Id });
            table.Ignore(file => file.Owner);
            table.Property(file => file.Version).IsConcurrencyToken();
            table.HasIndex(file => new { file.PracticeId, file.OwnerId, file.AddedAt });
        });

        model.Entity<FileShelf>(table =>
        {
            table.ToTable(Shelves);
            table.HasKey(shelf => new { shelf.PracticeId, shelf.OwnerKind, shelf.OwnerId });
        });
    }
}
