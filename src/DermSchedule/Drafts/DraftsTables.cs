using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Drafts;

internal static class DraftsTables
{
    private const string Drafts = "drafts_drafts";

    public static readonly SealedField Answers = new(Drafts, "answers");
    public static readonly SealedField Typed = new(Drafts, "typed");

    public static void Map(ModelBuilder model) => model.Entity<VisitorDraft>(table =>
    {
        table.ToTable(Drafts);
        table.HasKey(draft => new { draft.PracticeId, draft.Id });
        table.HasIndex(draft => new { draft.PracticeId, draft.KeyHash }).IsUnique();
        table.Property(draft => draft.Version).IsConcurrencyToken();
    });
}
