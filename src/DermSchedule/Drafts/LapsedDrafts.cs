using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Drafts;

/// <summary>Forgets drafts whose day is over. Nothing waits for it: one that is over is not read, whether or not this has run.</summary>
public sealed class LapsedDrafts(ScheduleDb db, DueRows due, TimeProvider clock) : IDueHandler
{
    public string Kind => VisitorDrafts.Lapsed;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new Id<VisitorDraft>(row.SubjectId);

        if (await db.Set<VisitorDraft>().Locked().SingleOrDefaultAsync(draft => draft.Id == id, ct) is not { } draft)
        {
            return;
        }

        if (draft.ExpiresAt > clock.GetCurrentInstant())
        {
            // It was changed meanwhile: look again when its day is really over.
            due.Plan(VisitorDrafts.Lapsed, $"{draft.Id}/{draft.ExpiresAt.ToUnixMicroseconds()}", draft.Id.Value, 1, draft.ExpiresAt);
            return;
        }

        db.Remove(draft);
    }
}
