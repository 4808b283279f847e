using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>Reads and moves the shared demo clock. All of its own times are real ones.</summary>
public sealed class DemoClockStore(ScheduleDb db, DemoClock clock, DemoOptions options)
{
    private static readonly Duration Lease = Duration.FromSeconds(30);

    private static Instant RealNow => TimeProvider.System.GetCurrentInstant();

    /// <summary>Shows the time of the database from now on; the first process of a new database starts it.</summary>
    public async Task Load(CancellationToken ct)
    {
        if (await db.Set<DemoClockRow>().AsNoTracking().SingleOrDefaultAsync(ct) is { } row)
        {
            clock.Follow(TimeOf(row));
            return;
        }

        var now = RealNow;
        await db.Write<Done>(
            () =>
            {
                db.Add(new DemoClockRow { Id = DemoClockRow.Only, Shown = options.Now ?? now, Since = now, Version = 1 });
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            ct,
            taken: _ => Refusals.StaleVersion);
        clock.Follow(TimeOf(await db.Set<DemoClockRow>().AsNoTracking().SingleAsync(ct)));
    }

    /// <summary>Begins a move if no other is under way: time stands at what the clock shows now.</summary>
    internal async Task<bool> TryBegin(Guid move, CancellationToken ct)
    {
        var real = RealNow;
        var taken = await db.Write<bool>(
            async () =>
            {
                var row = await db.Set<DemoClockRow>().AsNoTracking().SingleAsync(ct);
                return row.MovedBy is null || row.StandsUntil is not { } until || until <= real
                    ? await Set(row, move, new DemoTime(TimeOf(row).At(real), real, real + Lease, row.Version + 1), ct)
                    : false;
            },
            ct);
        return taken.Value;
    }

    /// <summary>Steps to the next instant of the move; time goes on standing. False when the move was taken over meanwhile.</summary>
    internal Task<bool> Step(Guid move, Instant to, CancellationToken ct) => Save(move, move, to, RealNow + Lease, ct);

    /// <summary>Ends the move at its target, from where time flows again.</summary>
    internal Task<bool> End(Guid move, Instant at, CancellationToken ct) => Save(move, null, at, null, ct);

    private async Task<bool> Save(Guid move, Guid? next, Instant shown, Instant? standsUntil, CancellationToken ct)
    {
        var saved = await db.Write<bool>(
            async () =>
            {
                var row = await db.Set<DemoClockRow>().AsNoTracking().SingleAsync(ct);
                return row.MovedBy == move && await Set(row, next, new DemoTime(shown, RealNow, standsUntil, row.Version + 1), ct);
            },
            ct);
        return saved.Value;
    }

    /// <summary>One conditional update: of two moves that saw the same state only one gets its row. This process sees the new time at once.</summary>
    private async Task<bool> Set(DemoClockRow seen, Guid? move, DemoTime time, CancellationToken ct)
    {
        var saved = await db.Set<DemoClockRow>().Where(row => row.Version == seen.Version).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Shown, time.Shown).SetProperty(row => row.Since, time.Since)
                .SetProperty(row => row.StandsUntil, time.StandsUntil).SetProperty(row => row.Version, time.Version).SetProperty(row => row.MovedBy, move),
            ct) == 1;

        if (saved)
        {
            db.AfterCommit(() => clock.Follow(time));
        }

        return saved;
    }

    private static DemoTime TimeOf(DemoClockRow row) => new(row.Shown, row.Since, row.StandsUntil, row.Version);
}
