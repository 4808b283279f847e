using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>
/// A person takes up a place in a practice. A new account chooses its password here; one that has a password proves it, so that a practice that
/// invited an e-mail first gains nothing in another that invites it later.
/// </summary>
public static class AcceptInvitation
{
    public static readonly Refusal Ended = new(RefusalKind.Gone, "invitation_ended", "This invitation was used or is too old. Ask the practice for a new one.");

    public sealed record Request(
        [property: Required, MaxLength(60)] string? Token,
        [property: Required, MaxLength(PasswordRules.Longest)] string? Password);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/accept-invitation", async (Request request, Handler accept, CancellationToken ct) =>
            (await accept.Handle(request, ct)).ToHttp(_ => TypedResults.NoContent()))
        .Produces(StatusCodes.Status204NoContent)
        .WithName(nameof(AcceptInvitation))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.NotFound, Refusals.TooManyRequests, Ended);

    public sealed class Handler(ScheduleDb db, PracticeDirectory directory, Accounts accounts, Passwords passwords, SignInAttempts attempts, SignInClock clock)
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken ct)
        {
            var hash = new Token(request.Token!).Hash();
            var invitation = await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct);

            if (invitation is null)
            {
                return Refusals.NotFound;
            }

            await directory.Enter(invitation.PracticeId, ct);
            var account = await db.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == invitation.AccountId, ct);

            if ((account.PasswordHash is null ? Weak(account, request.Password!) : Wrong(account, request.Password!)) is { } refusal)
            {
                return refusal;
            }

            var password = account.PasswordHash is null ? passwords.Hash(request.Password!) : null;
            return await db.Write<Done>(() => TakeUp(invitation, password, ct), ct);
        }

        private static Refusal? Weak(Account account, string password) =>
            PasswordRules.Complaint(password, account.Email) is { } complaint ? Refusals.Field("password", complaint) : null;

        private Refusal? Wrong(Account account, string password)
        {
            if (attempts.Begin(account.NormalizedEmail, null) is { } wait)
            {
                return Refusals.TooManyRequests.With("retryAfter", wait);
            }

            if (!passwords.Verify(account, password))
            {
                return Refusals.Unauthenticated.Saying("This account has a password already, and it is another one.");
            }

            attempts.Succeeded(account.NormalizedEmail, null);
            return null;
        }

        /// <summary>The token is used up by a conditional update: of two who accept at once one gets in.</summary>
        private async Task<Result<Done>> TakeUp(Invitation invitation, string? password, CancellationToken ct)
        {
            var now = clock.Now;
            var taken = await db.Set<Invitation>()
                .Where(row => row.TokenHash == invitation.TokenHash && row.UsedAt == null && row.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), ct);

            // Another practice's invitation may have set the password a moment ago: then this person has to prove it.
            var chosen = taken == 1 && (password is null || await db.Set<Account>()
                .Where(row => row.Id == invitation.AccountId && row.PasswordHash == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, password), ct) == 1);
            var member = await db.Set<Membership>().SingleAsync(row => row.AccountId == invitation.AccountId, ct);

            if (!chosen || member is not { JoinedAt: null, LeftAt: null })
            {
                return Ended;
            }

            accounts.Enter(member);
            return Done.Instance;
        }
    }
}
