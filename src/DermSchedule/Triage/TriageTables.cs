using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

internal static class TriageTables
{
    private const string Records = "triage_records";

    public static readonly SealedField Intake = new(Records, "intake");
    public static readonly SealedField Outcome = new(Records, "outcome");
    public static readonly SealedField Contact = new(Records, "contact");

    public static void Map(ModelBuilder model) => model.Entity<TriageRecord>(table =>
    {
        table.ToTable(Records);
        table.HasKey(record => new { record.PracticeId, record.Id });
        table.HasIndex(record => new { record.PracticeId, record.Visit });
        table.Property(record => record.Version).IsConcurrencyToken();
    });
}
