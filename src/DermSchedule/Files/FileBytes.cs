using DermSchedule.Data;
using DermSchedule.Encryption;

namespace DermSchedule.Files;

/// <summary>Seals what is kept and opens it again; nobody else touches the store.</summary>
public sealed class FileBytes(IFileStore store, Vault vault, PracticeScope scope)
{
    internal Task Save(FileId file, ReadOnlyMemory<byte> content, CancellationToken ct) =>
        store.Save(Key(file), vault.SealBytes(content.Span, FilesTables.Bytes, file.Value), ct);

    /// <summary>Null when they are gone.</summary>
    internal async Task<byte[]?> Open(FileId file, CancellationToken ct) =>
        await store.Open(Key(file), ct) is { } bytes ? vault.OpenBytes(bytes, FilesTables.Bytes, file.Value) : null;

    internal Task Erase(FileId file, CancellationToken ct) => store.Delete(Key(file), ct);

    private FileKey Key(FileId file) => new(scope.Practice, file);
}
