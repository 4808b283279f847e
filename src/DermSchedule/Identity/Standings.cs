using System.Collections.Concurrent;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>What a signed-in person or key may do now, whatever its token says.</summary>
public sealed record Standing(PracticeId Practice, Guid Id, IReadOnlyList<Role> Roles, IReadOnlyList<Guid>? Clinics)
{
    public IReadOnlyList<Privilege> Privileges { get; init; } = [];
}

/// <summary>
/// Asks the database whether a session, its account and membership, or an API key still stand. Remembered for half a minute: who is deactivated
/// is out within one, on every node (R-HI-11), and a busy screen costs no query.
/// </summary>
public sealed class Standings(ScheduleDb db, PracticeScope scope, PracticeDirectory directory, StandingCache cache, SignInClock clock)
{
    /// <summary>Enters the practice of the claims and answers the standing of their session; null when it ended.</summary>
    public async Task<Standing?> OfSession(AccessClaims claims, CancellationToken ct)
    {
        await directory.Enter(claims.Practice, ct);
        var key = StandingCache.KeyOf(claims.Session);
        return cache.Find(key) ?? cache.Keep(key, await ReadSession(claims, ct));
    }

    /// <summary>Enters the practice of an API key; null when it does not exist or was revoked.</summary>
    public async Task<Standing?> OfApiKey(Token token, CancellationToken ct)
    {
        var hash = token.Hash();
        var key = StandingCache.KeyOf(hash);

        if (cache.Find(key) is { } known)
        {
            await directory.Enter(known.Practice, ct);
            return known;
        }

        if (!await directory.EnterByToken(DirectoryKind.ApiKey, token, ct))
        {
            return null;
        }

        var found = await db.Set<ApiKey>().AsNoTracking().Where(row => row.TokenHash == hash && row.RevokedAt == null)
            .Select(row => new { row.Id, row.Roles, row.ClinicIds }).SingleOrDefaultAsync(ct);
        return cache.Keep(key, found is null ? null : new Standing(scope.Practice, found.Id.Value, found.Roles, found.ClinicIds));
    }

    private async Task<Standing?> ReadSession(AccessClaims claims, CancellationToken ct)
    {
        var now = clock.Now;
        var standing =
            from session in db.Set<Session>().AsNoTracking()
            join account in db.Set<Account>() on session.AccountId equals account.Id
            join membership in db.Set<Membership>() on session.AccountId equals membership.AccountId
            where session.Id == claims.Session && session.AccountId == claims.Account && session.PracticeId == claims.Practice
                && session.EndedAt == null && session.ExpiresAt > now
                && account.Active && membership.JoinedAt != null && membership.LeftAt == null
            select new { membership.Roles, membership.ClinicIds, membership.Privileges };

        return await standing.SingleOrDefaultAsync(ct) is { } found
            ? new Standing(claims.Practice, claims.Account.Value, found.Roles, found.ClinicIds) { Privileges = found.Privileges }
            : null;
    }
}

/// <summary>The standings this process asked for in the last half minute. Only a "yes" is kept: made-up tokens fill no memory.</summary>
public sealed class StandingCache(SignInClock clock)
{
    /// <summary>Half of what off-boarding allows.</summary>
    public static readonly Duration Memory = Duration.FromSeconds(30);

    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<string, (Standing Standing, Instant Until)> known = new(StringComparer.Ordinal);

    /// <summary>Forgets all of a practice: called after the commit of whatever changes who may do what.</summary>
    public void Forget(PracticeId practice)
    {
        foreach (var (key, entry) in known)
        {
            if (entry.Standing.Practice == practice)
            {
                known.TryRemove(key, out _);
            }
        }
    }

    internal static string KeyOf(Id<Session> session) => "s" + session;

    internal static string KeyOf(byte[] apiKeyHash) => "k" + Convert.ToHexString(apiKeyHash);

    internal Standing? Find(string key) => known.TryGetValue(key, out var entry) && clock.Now < entry.Until ? entry.Standing : null;

    internal Standing? Keep(string key, Standing? standing)
    {
        if (standing is null)
        {
            known.TryRemove(key, out _);
            return null;
        }

        if (known.Count >= Capacity)
        {
            known.Clear();
        }

        known[key] = (standing, clock.Now + Memory);
        return standing;
    }
}
