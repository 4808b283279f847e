using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>
/// What background workers ask of all practices at once: where there is something to do. It gives ids and times only; what a row says is read
/// inside its practice.
/// </summary>
public sealed partial class PracticeDirectory
{
    /// <summary>The practices whose trail has lines that no seal covers yet.</summary>
    internal Task<List<PracticeId>> WithUnsealedLines(CancellationToken ct) =>
        db.Set<AuditUnsealed>().IgnoreQueryFilters().AsNoTracking().Select(row => row.PracticeId).Distinct().ToListAsync(ct);

    /// <summary>The practices that remember answers nobody may ask for any more.</summary>
    internal Task<List<PracticeId>> WithExpiredAnswers(Instant now, CancellationToken ct) =>
        db.Set<IdempotentAnswer>().IgnoreQueryFilters().AsNoTracking().Where(row => row.ExpiresAt <= now).Select(row => row.PracticeId).Distinct().ToListAsync(ct);

    /// <summary>The time of the next row that is due by then and that some runner will still do; rows resting after a failure are passed over.</summary>
    internal async Task<Instant?> NextDue(IReadOnlyCollection<string> kinds, Instant until, CancellationToken ct)
    {
        var real = TimeProvider.System.GetCurrentInstant();
        return await db.Set<DueRow>().IgnoreQueryFilters()
            .Where(row => row.DoneAt == null && !row.Dead && row.DueAt <= until && kinds.Contains(row.Kind) && (row.LeasedBy != null || row.LeasedUntil == null || row.LeasedUntil <= real))
            .OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// Claims the earliest due rows of these kinds for one runner, until <paramref name="lease"/> is over by the real clock. The conditional update is
    /// the arbiter: of two runners that saw the same row, the database gives it to one.
    /// </summary>
    internal async Task<List<DueClaim>> ClaimDue(IReadOnlyCollection<string> kinds, Instant now, Guid claim, Duration lease, int limit, CancellationToken ct)
    {
        var real = TimeProvider.System.GetCurrentInstant();
        var free = db.Set<DueRow>().IgnoreQueryFilters()
            .Where(row => row.DoneAt == null && !row.Dead && row.DueAt <= now && kinds.Contains(row.Kind) && (row.LeasedUntil == null || row.LeasedUntil <= real));
        var seen = await free.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(limit).Select(row => row.Id).ToListAsync(ct);

        // Most looks find nothing, and then nobody else's writing is held up.
        if (seen.Count == 0)
        {
            return [];
        }

        var result = await db.Write<int>(
            async () => await free.Where(row => seen.Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedBy, claim).SetProperty(row => row.LeasedUntil, real + lease).SetProperty(row => row.Attempts, row => row.Attempts + 1), ct),
            ct);
        return result.Value == 0
            ? []
            : await db.Set<DueRow>().IgnoreQueryFilters().AsNoTracking().Where(row => seen.Contains(row.Id) && row.LeasedBy == claim)
                .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => new DueClaim(row.PracticeId, row.Id, row.Kind, claim)).ToListAsync(ct);
    }
}
