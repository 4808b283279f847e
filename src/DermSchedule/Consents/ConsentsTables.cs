using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Consents;

internal static class ConsentsTables
{
    private const string Entries = "consent_entries";

    public static readonly SealedField Phone = new(Entries, "phone");
    public static readonly SealedField Address = new(Entries, "address");

    public static void Map(ModelBuilder model) => model.Entity<ConsentEntry>(table =>
    {
        table.ToTable(Entries);
        table.HasKey(entry => new { entry.PracticeId, entry.Id });
        table.HasIndex(entry => new { entry.PracticeId, entry.PhoneIndex, entry.Purpose });
        table.HasIndex(entry => new { entry.PracticeId, entry.PatientId, entry.At });
    });
}
