using System.Collections.Concurrent;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>
/// The rules of the practice in scope, as its newest version has them. Everybody who judges asks here and never the standard: the database says which version holds, so that a
/// second server uses a new one at its next triage.
/// </summary>
public sealed class RulesInForce(ScheduleDb db, PracticeScope scope, RulesCache cache)
{
    public async Task<TriageRules> Current(CancellationToken ct)
    {
        var number = await cache.Newest(db, ct) ?? 0;

        if (number == 0)
        {
            return TriageRules.Standard;
        }

        if (cache.Find(scope.Practice, number) is { } known)
        {
            return known;
        }

        var own = await db.Set<RuleVersion>().AsNoTracking().Where(version => version.Number == number).Select(version => version.Tightenings).SingleAsync(ct);
        return cache.Keep(scope.Practice, number, TriageRules.Standard.Tightened(TriageRules.StillTightening(own), number));
    }
}

/// <summary>Compiled rules of this process, the newest of each practice. To compile them takes longer than to judge a hundred visitors.</summary>
public sealed class RulesCache
{
    /// <summary>Compiled rules hold a few megabytes; more practices than this take turns.</summary>
    private const int Capacity = 40;

    private readonly ConcurrentDictionary<PracticeId, (int Number, TriageRules Rules)> known = new();

    /// <summary>By the key, and compiled once: every triage asks.</summary>
    internal Func<ScheduleDb, CancellationToken, Task<int?>> Newest { get; } = EF.CompileAsyncQuery((ScheduleDb db, CancellationToken ct) =>
        db.Set<RuleVersion>().OrderByDescending(version => version.Number).Select(version => (int?)version.Number).FirstOrDefault());

    internal TriageRules? Find(PracticeId practice, int number) => known.TryGetValue(practice, out var entry) && entry.Number == number ? entry.Rules : null;

    internal TriageRules Keep(PracticeId practice, int number, TriageRules rules)
    {
        if (known.Count >= Capacity)
        {
            known.Clear();
        }

        known.AddOrUpdate(practice, (number, rules), (_, other) => other.Number > number ? other : (number, rules));
        return rules;
    }
}
