using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Tidies up after holds that nobody used. Nothing waits for it: an expired hold blocks nobody, whether or not this has run (domain.md 3).
/// </summary>
public sealed class LapsedHolds(ScheduleDb db, IReservationWall wall, DueRows due, TimeProvider clock) : IDueHandler
{
    /// <summary>How long an ended hold is known as one.</summary>
    public static readonly Duration Remembered = Duration.FromDays(1);

    public string Kind => HoldSlot.Lapsed;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new HoldId(row.SubjectId);
        var hold = await db.Set<Hold>().Locked().SingleOrDefaultAsync(it => it.Id == id, ct);

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

        // The row stays for a day, so that whoever comes back late is told that the time was kept and has been let go, not that it never was.
        if (clock.GetCurrentInstant() < hold.ExpiresAt + Remembered)
        {
            due.Plan(HoldSlot.Lapsed, $"{hold.Id}/forget", hold.Id.Value, 1, hold.ExpiresAt + Remembered);
            return;
        }

        db.Remove(hold);
    }
}
