using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Audit;

internal static class AuditTables
{
    public static readonly SealedField Change = new("audit_entries", "change");
    public static readonly SealedField Reason = new("audit_entries", "reason");

    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(table =>
        {
            table.ToTable("audit_entries");
            table.HasKey(entry => new { entry.PracticeId, entry.Id });
            table.HasIndex(entry => new { entry.PracticeId, entry.PatientId, entry.Id });
            table.HasIndex(entry => new { entry.PracticeId, entry.EntityId, entry.Id });
            table.HasIndex(entry => new { entry.PracticeId, entry.ActorId, entry.Id });
        });

        model.Entity<AuditSubject>(table =>
        {
            table.ToTable("audit_subjects");
            table.HasKey(subject => new { subject.PracticeId, subject.EntryId, subject.EntityId });
            table.HasIndex(subject => new { subject.PracticeId, subject.PatientId, subject.EntryId });
        });

        model.Entity<AuditUnsealed>(table =>
        {
            table.ToTable("audit_unsealed");
            table.HasKey(row => new { row.PracticeId, row.EntryId });
        });

        model.Entity<AuditSeal>(table =>
        {
            table.ToTable("audit_seals");
            table.HasKey(seal => new { seal.PracticeId, seal.Seq });
            table.HasIndex(seal => new { seal.PracticeId, seal.EntryId }).IsUnique();
        });

        model.Entity<AuditHead>(table =>
        {
            table.ToTable("audit_heads");
            table.HasKey(head => new { head.PracticeId, head.Seq });
            table.Ignore(head => head.Statement);
        });

        model.Entity<AuditSealerTurn>(table =>
        {
            table.ToTable("audit_sealer_turns");
            table.HasKey(turn => turn.PracticeId);
        });
    }
}
