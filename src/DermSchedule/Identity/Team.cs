using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>Where a member stands.</summary>
public enum UserStatus
{
    /// <summary>Has not accepted yet.</summary>
    Invited,
    Active,
    Deactivated,
}

/// <summary>A member as settings show it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">By which it signs in.</param>
/// <param name="Name">What this practice calls the person.</param>
/// <param name="Roles">At least one.</param>
/// <param name="ClinicIds">Null means every clinic.</param>
/// <param name="Status">Whether the person may sign in.</param>
public sealed record StoredUser(AccountId Id, string Email, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<Guid>? ClinicIds, UserStatus Status)
{
    /// <summary>Granted beyond the roles.</summary>
    public IReadOnlyList<Privilege> Privileges { get; init; } = [];

    internal static StoredUser Of(Membership member, string email) => new(
        member.AccountId, email, member.Name, member.Roles, member.ClinicIds,
        member.LeftAt is not null ? UserStatus.Deactivated : member.JoinedAt is null ? UserStatus.Invited : UserStatus.Active)
    {
        Privileges = member.Privileges,
    };
}

/// <summary>
/// Changes of who works here, one at a time per practice: raising the settings version locks the practice's row, so that two owners who leave at
/// once do not both see the other stay.
/// </summary>
public sealed class Team(ScheduleDb db, PracticeScope scope, Catalogs catalogs, StandingCache standings, AuditTrail audit)
{
    public static readonly Refusal LastOwner = new(RefusalKind.Conflict, "last_owner", "A practice keeps at least one owner. Make somebody else an owner first.");

    /// <summary>Runs a change behind everybody else's; what the person may do is asked anew by the next request.</summary>
    internal Task<Result<T>> Change<T>(Func<Catalog, Task<Result<T>>> unit, CancellationToken ct, Func<string, Refusal?>? taken = null) => db.Write<T>(
        async () =>
        {
            // Asked before the version is raised: what an undone change numbered must never be remembered.
            var catalog = await catalogs.Current(ct);
            await catalogs.Touch(ct);
            var result = await unit(catalog);
            db.AfterCommit(() => standings.Forget(scope.Practice));
            return result;
        },
        ct,
        taken);

    internal Task<Membership?> Find(AccountId account, CancellationToken ct) => db.Set<Membership>().SingleOrDefaultAsync(row => row.AccountId == account, ct);

    internal Task<string> EmailOf(AccountId account, CancellationToken ct) =>
        db.Set<Account>().Where(row => row.Id == account).Select(row => row.Email).SingleAsync(ct);

    /// <summary>Whether an owner other than this one is in. Only inside <see cref="Change{T}"/> does the answer stay true.</summary>
    internal async Task<bool> KeepsAnOwnerWithout(AccountId account, CancellationToken ct)
    {
        var others = await db.Set<Membership>().AsNoTracking()
            .Where(row => row.AccountId != account && row.JoinedAt != null && row.LeftAt == null).Select(row => row.Roles).ToListAsync(ct);
        return others.Any(roles => roles.Contains(Role.Owner));
    }

    /// <summary>Takes away the right to sign in here, and every session.</summary>
    internal async Task Leave(Membership member, NodaTime.Instant now, CancellationToken ct)
    {
        member.LeftAt = now;
        await db.Set<Workplace>().Where(row => row.AccountId == member.AccountId && row.PracticeId == member.PracticeId).ExecuteDeleteAsync(ct);
        await db.Set<Session>().Where(row => row.AccountId == member.AccountId && row.PracticeId == member.PracticeId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), ct);
        await EndInvitations(member, now, ct);
    }

    internal Task EndInvitations(Membership member, NodaTime.Instant now, CancellationToken ct) => db.Set<Invitation>()
        .Where(row => row.PracticeId == member.PracticeId && row.AccountId == member.AccountId && row.UsedAt == null && row.ExpiresAt > now)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, now), ct);

    internal void Record(string action, AccountId account, StoredUser? before, StoredUser? after) =>
        audit.Record(action, new AuditRecord("user", account.Value), before, after);
}
