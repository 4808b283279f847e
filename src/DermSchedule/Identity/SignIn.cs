using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>
/// A member of staff signs in by e-mail and password, for one of the practices the person works in. Whatever is wrong, the answer and its time
/// are the same: nobody learns who works here.
/// </summary>
public static class SignIn
{
    /// <param name="Email">In any case.</param>
    /// <param name="Password">As it is.</param>
    /// <param name="Code">Of the second factor, where the account has one; ignored where it has none.</param>
    /// <param name="Practice">Which practice; absent means the first one the account joined.</param>
    public sealed record Request(
        [property: Required, MaxLength(254)] string? Email,
        [property: Required, MaxLength(PasswordRules.Longest)] string? Password,
        [property: MaxLength(12)] string? Code = null,
        PracticeId? Practice = null);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/token", async (Request request, Handler signIn, CancellationToken ct) => (await signIn.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .Produces<TokenPair>()
        .WithName(nameof(SignIn))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.TooManyRequests);

    public sealed class Handler(ScheduleDb db, PracticeDirectory directory, Passwords passwords, SignInAttempts attempts, Sessions sessions, SignInTrail trail)
    {
        public async Task<Result<TokenPair>> Handle(Request request, CancellationToken ct)
        {
            var started = TimeProvider.System.GetTimestamp();
            var email = Account.Normalize(request.Email!);

            if (attempts.Begin(email, trail.Address) is { } wait)
            {
                return Refusals.TooManyRequests.With("retryAfter", wait);
            }

            var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == email, ct);
            var workplaces = await Workplaces(account?.Id ?? default, ct);
            var practice = workplaces.FirstOrDefault(place => request.Practice is null || place == request.Practice);

            if (!passwords.Verify(account, request.Password!) || practice == default)
            {
                await trail.Failed(account?.Id, practice == default ? workplaces.FirstOrDefault() : practice, ct);
                await attempts.SettleFailure(started, ct);
                return Refusals.Unauthenticated.Saying("E-mail or password is not right.");
            }

            attempts.Succeeded(email, trail.Address);
            await directory.Enter(practice, ct);
            return await sessions.Open(account!.Id, practice, ct);
        }

        private Task<List<PracticeId>> Workplaces(AccountId account, CancellationToken ct) => db.Set<Workplace>().AsNoTracking()
            .Where(place => place.AccountId == account).OrderBy(place => place.PracticeId).Select(place => place.PracticeId).ToListAsync(ct);
    }
}

/// <summary>Writes down sign-ins that failed: of whom, never with which e-mail or password.</summary>
public sealed class SignInTrail(ScheduleDb db, PracticeDirectory directory, AuditTrail audit, Caller caller)
{
    public string? Address => caller.Address;

    /// <summary>Without an account there is no practice to tell, and nothing is kept.</summary>
    public async Task Failed(AccountId? account, PracticeId practice, CancellationToken ct)
    {
        if (account is not { } known || practice == default)
        {
            return;
        }

        await directory.Enter(practice, ct);
        await db.Write<Done>(
            () =>
            {
                audit.Record("session.refused", new AuditRecord("user", known.Value));
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            ct);
    }
}
