using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

internal static class TriageTables
{
    public const string Versions = "triage_rule_versions";

    private const string Records = "triage_records";

    public static readonly SealedField Intake = new(Records, "intake");
    public static readonly SealedField Outcome = new(Records, "outcome");
    public static readonly SealedField Contact = new(Records, "contact");

    public static void Map(ModelBuilder model)
    {
        model.Entity<TriageRecord>(table =>
        {
            table.ToTable(Records);
            table.HasKey(record => new { record.PracticeId, record.Id });
            table.HasIndex(record => new { record.PracticeId, record.Visit });
            table.Property(record => record.Version).IsConcurrencyToken();
        });

        model.Entity<RuleProposal>(table =>
        {
            table.ToTable("triage_rule_proposals");
            table.HasKey(proposal => new { proposal.PracticeId, proposal.Id });
            table.Property(proposal => proposal.Tightenings).StoredAsJson();
            table.Property(proposal => proposal.Trial).StoredAsJson();
            table.Property(proposal => proposal.Version).IsConcurrencyToken();
        });

        // The key settles which of several proposals becomes the next version, and finds the newest.
        model.Entity<RuleVersion>(table =>
        {
            table.ToTable(Versions);
            table.HasKey(version => new { version.PracticeId, version.Number });
            table.Property(version => version.Tightenings).StoredAsJson();
            table.Property(version => version.Trial).StoredAsJson();
        });
    }
}
