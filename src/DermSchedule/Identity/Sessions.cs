using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>What a sign-in or a refresh answers (api.md).</summary>
/// <param name="AccessToken">A JWT for <c>Authorization: Bearer</c>.</param>
/// <param name="RefreshToken">Good once; its use gives the next one.</param>
/// <param name="ExpiresIn">Seconds the access token is good.</param>
public sealed record TokenPair(string AccessToken, string RefreshToken, int ExpiresIn);

/// <summary>Opens, renews and ends sessions, in the practice of the scope. Each is audited with its cause.</summary>
public sealed class Sessions(ScheduleDb db, Ids ids, AccessTokens tokens, AuditTrail audit, Caller caller, SignInClock clock)
{
    private enum Renewal
    {
        Renewed,
        Ended,
        Stolen,
    }

    /// <summary>Starts a family for somebody whose password was right; refuses who does not work here.</summary>
    public async Task<Result<TokenPair>> Open(AccountId account, PracticeId practice, CancellationToken ct)
    {
        var refresh = RefreshToken.New();
        var session = ids.Next<Session>();
        var now = clock.Now;

        var opened = await db.Write<Membership>(
            async () =>
            {
                if (await MembershipOf(account, ct) is not { } membership)
                {
                    return Refusals.Unauthenticated;
                }

                db.Add(new Session
                {
                    Id = session,
                    AccountId = account,
                    PracticeId = practice,
                    FamilyHash = refresh.FamilyHash,
                    TokenHash = refresh.Hash,
                    CreatedAt = now,
                    ExpiresAt = Session.Expiry(now, now),
                });
                caller.BecomeStaff(CallerKind.User, account.Value, session.Value, membership.Roles, membership.ClinicIds);
                audit.Record("session.started", new AuditRecord("session", session.Value));
                return membership;
            },
            ct);
        return opened.IsRefused(out var refusal) ? refusal : await Pair(new AccessClaims(account, session, practice), opened.Value, refresh, ct);
    }

    /// <summary>
    /// Replaces the token by the next one, if it is the one that is good now: a conditional update decides, so of two uses at once one wins and
    /// the other is a reuse. A reuse ends the family, for nobody can tell the thief from the owner.
    /// </summary>
    internal async Task<Result<TokenPair>> Renew(Session session, RefreshToken token, CancellationToken ct)
    {
        var next = token.Next();
        Membership? membership = null;

        // Ending is a success of this unit: a refusal would roll it back.
        var renewal = await db.Write<Renewal>(
            async () =>
            {
                membership = await MembershipOf(session.AccountId, ct);
                caller.BecomeStaff(CallerKind.User, session.AccountId.Value, session.Id.Value, membership?.Roles ?? [], membership?.ClinicIds);

                if (membership is null)
                {
                    await End(session.Id, "session.ended", "The account or its membership is not active.", ct);
                    return Renewal.Ended;
                }

                return await Replace(session, token, next, ct) ? Renewal.Renewed
                    : await EndStolen(session.Id, token.Hash, ct) ? Renewal.Stolen : Renewal.Ended;
            },
            ct);

        return renewal is { Refusal: null, Value: Renewal.Renewed }
            ? await Pair(new AccessClaims(session.AccountId, session.Id, session.PracticeId), membership!, next, ct)
            : Refusals.Unauthenticated;
    }

    /// <summary>Ends one session in the caller's unit; nothing happens when it had ended before.</summary>
    internal async Task End(Id<Session> session, string action, string? reason, CancellationToken ct)
    {
        var now = clock.Now;

        if (await db.Set<Session>().Where(row => row.Id == session && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), ct) == 1)
        {
            audit.Record(action, new AuditRecord("session", session.Value), reason: reason);
        }
    }

    // A good token that merely came too late is no theft.
    private async Task<bool> EndStolen(Id<Session> session, byte[] used, CancellationToken ct)
    {
        var stolen = await db.Set<Session>().AnyAsync(row => row.Id == session && row.EndedAt == null && row.TokenHash != used, ct);

        if (stolen)
        {
            await End(session, "session.reuse_detected", null, ct);
        }

        return stolen;
    }

    private async Task<bool> Replace(Session session, RefreshToken token, RefreshToken next, CancellationToken ct)
    {
        var (now, good, fresh) = (clock.Now, token.Hash, next.Hash);
        var expires = Session.Expiry(session.CreatedAt, now);
        return 1 == await db.Set<Session>()
            .Where(row => row.Id == session.Id && row.TokenHash == good && row.EndedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TokenHash, fresh).SetProperty(row => row.ExpiresAt, expires), ct);
    }

    private Task<Membership?> MembershipOf(AccountId account, CancellationToken ct) => db.Set<Membership>().AsNoTracking()
        .Where(row => row.AccountId == account && row.JoinedAt != null && row.LeftAt == null && db.Set<Account>().Any(person => person.Id == account && person.Active))
        .SingleOrDefaultAsync(ct);

    private async Task<TokenPair> Pair(AccessClaims who, Membership membership, RefreshToken refresh, CancellationToken ct) => new(
        await tokens.Issue(who, membership.Roles, membership.ClinicIds, ct), refresh.Value, (int)AccessTokens.Life.TotalSeconds);
}
