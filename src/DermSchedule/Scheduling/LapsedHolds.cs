using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>
/// Tidies up after holds that nobody used. Nothing waits for it: an expired hold blocks nobody, whether or not this has run (domain.md 3).
/// </summary>
public sealed class LapsedHolds(ScheduleDb db, IReservationWall wall, DueRows due, TimeProvider clock) : IDueHandler
{
    public string Kind => HoldSlot.Lapsed;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new HoldId(row.SubjectId);
        var hold = await db.Set<Hold>().SingleOrDefaultAsync(it => it.Id == id, ct);

        if (hold is null || hold.BecameAppointment is not null)
        {
            return;
        }

        // It was extended meanwhile: look again when it really ends.
        if (hold.ExpiresAt > clock.GetCurrentInstant())
        {
            due.Plan(HoldSlot.Lapsed, $"{hold.Id}/{hold.Extensions}", hold.Id.Value, 1, hold.ExpiresAt);
            return;
        }

        await wall.Free(hold.Id.Value, ct);
        db.Remove(hold);
    }
}
