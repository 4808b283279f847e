using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>One attempt at one claimed row, in a scope of its own.</summary>
internal sealed class DueAttempt
{
    /// <summary>How long a claim holds without being renewed, by the real clock.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    private readonly IServiceProvider services;
    private readonly DueClaim claim;
    private readonly ScheduleDb db;

    private DueAttempt(IServiceProvider services, DueClaim claim) => (this.services, this.claim, db) = (services, claim, services.GetRequiredService<ScheduleDb>());

    private IQueryable<DueRow> Mine => db.Set<DueRow>().Where(row => row.Id == claim.Row && row.LeasedBy == claim.Claim && row.DoneAt == null);

    public static async Task<DueAttempt> Enter(IServiceProvider services, DueClaim claim, CancellationToken ct)
    {
        services.GetRequiredService<Caller>().BecomeJob(claim.Kind);
        await services.GetRequiredService<PracticeDirectory>().Enter(claim.Practice, ct);
        return new DueAttempt(services, claim);
    }

    /// <summary>Does the row, unless the claim was lost meanwhile.</summary>
    public async Task Carry(CancellationToken ct)
    {
        var row = await Mine.AsNoTracking().SingleOrDefaultAsync(ct);

        if (row is null)
        {
            return;
        }

        var handler = services.GetServices<IDueHandler>().First(one => one.Kind == claim.Kind);

        if (handler.ActsOutside)
        {
            await CarryOutside(handler, row, ct);
            return;
        }

        await db.Write<bool>(
            async () =>
            {
                // First, because it locks the row: a runner whose lease ran out meanwhile waits here, and then finds nothing to do.
                var mine = await Finish(ct);

                if (mine)
                {
                    await handler.Handle(row, ct);
                }

                return mine;
            },
            ct);
    }

    /// <summary>Lets the row rest after a failure; true when it has been given up.</summary>
    public async Task<bool> Rest(CancellationToken ct)
    {
        var attempts = await Mine.Select(row => row.Attempts).SingleOrDefaultAsync(ct);
        var again = TimeProvider.System.GetCurrentInstant() + Backoff.After(attempts);
        var dead = Backoff.IsOver(attempts);
        await Change(set => set.SetProperty(row => row.LeasedBy, (Guid?)null).SetProperty(row => row.LeasedUntil, again).SetProperty(row => row.Dead, dead), ct);
        return dead;
    }

    /// <summary>The claim is renewed first: rows of the batch that came before may have used up its time, and another runner may have it by now.</summary>
    private async Task CarryOutside(IDueHandler handler, DueRow row, CancellationToken ct)
    {
        var until = TimeProvider.System.GetCurrentInstant() + Lease;

        if (await Change(set => set.SetProperty(mine => mine.LeasedUntil, until), ct))
        {
            await handler.Handle(row, ct);
            await db.Write<bool>(async () => await Finish(ct), ct);
        }
    }

    private async Task<bool> Finish(CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetCurrentInstant();
        return await Change(set => set.SetProperty(row => row.DoneAt, now).SetProperty(row => row.LeasedBy, (Guid?)null).SetProperty(row => row.LeasedUntil, (Instant?)null), ct);
    }

    private async Task<bool> Change(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<DueRow>> set, CancellationToken ct) =>
        (await db.Write<bool>(async () => await Mine.ExecuteUpdateAsync(set, ct) == 1, ct)).Value;
}
