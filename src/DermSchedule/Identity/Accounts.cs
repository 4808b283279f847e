using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>
/// The door for whoever brings people into a practice: settings, set-up and the demo. Works in the caller's unit of work, in the practice of the scope.
/// </summary>
public sealed class Accounts(ScheduleDb db, PracticeScope scope, Passwords passwords, Ids ids, AuditTrail audit, SignInClock clock)
{
    /// <summary>The account of an e-mail, made when there is none. A password is set on a new account only.</summary>
    /// <param name="email">One account over all practices.</param>
    /// <param name="name">For people.</param>
    /// <param name="password">Null when an invitation lets the person choose.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Account> Create(string email, string name, string? password, CancellationToken ct)
    {
        var normalized = Account.Normalize(email);

        if (await db.Set<Account>().SingleOrDefaultAsync(row => row.NormalizedEmail == normalized, ct) is { } known)
        {
            return known;
        }

        var account = new Account
        {
            Id = ids.Next<Account>(),
            Email = email.Trim(),
            NormalizedEmail = normalized,
            Name = name,
            PasswordHash = password is null ? null : passwords.Hash(password),
            SecurityStamp = Token.New("").Value,
            CreatedAt = clock.Now,
        };
        db.Add(account);
        return account;
    }

    /// <summary>Makes the account a member at once, without invitation: for demo staff, whose e-mails are nobody's.</summary>
    public Membership Join(Account account, IReadOnlyList<Role> roles, IReadOnlyList<ClinicId>? clinics = null)
    {
        var member = Add(account, account.Name, roles, Grants.Plain(clinics));
        Enter(member);
        return member;
    }

    /// <summary>Names a member who is in once the invitation is accepted. The token is nowhere but in the answer.</summary>
    public (Membership Member, Token Token, Invitation Invitation) Invite(Account account, string name, IReadOnlyList<Role> roles, IReadOnlyList<Guid>? clinics)
    {
        var member = Add(account, name, roles, clinics);
        var (token, invitation) = Invite(member);
        return (member, token, invitation);
    }

    internal (Token Token, Invitation Invitation) Invite(Membership member)
    {
        var token = Token.New(Invitation.Prefix);
        var invitation = new Invitation
        {
            TokenHash = token.Hash(),
            PracticeId = member.PracticeId,
            AccountId = member.AccountId,
            ExpiresAt = clock.Now + Invitation.Life,
        };
        db.Add(invitation);
        audit.Record("user.invited", new AuditRecord("user", member.AccountId.Value));
        return (token, invitation);
    }

    /// <summary>From now on the account may sign in here.</summary>
    internal void Enter(Membership member)
    {
        member.JoinedAt ??= clock.Now;
        member.LeftAt = null;
        db.Add(new Workplace { AccountId = member.AccountId, PracticeId = member.PracticeId });
        audit.Record("user.joined", new AuditRecord("user", member.AccountId.Value), after: new { member.Roles, member.ClinicIds });
    }

    private Membership Add(Account account, string name, IReadOnlyList<Role> roles, IReadOnlyList<Guid>? clinics)
    {
        var member = new Membership
        {
            PracticeId = scope.Practice,
            AccountId = account.Id,
            Name = name,
            Roles = roles,
            ClinicIds = clinics,
            InvitedAt = clock.Now,
        };
        db.Add(member);
        return member;
    }
}
