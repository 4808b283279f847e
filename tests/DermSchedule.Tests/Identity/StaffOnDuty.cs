using DermSchedule.Audit;
using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tests.Identity;

/// <summary>Staff of the test clinic, and what they do at the door. Sessions run on the clock of the test.</summary>
internal static class StaffOnDuty
{
    public const string Password = "correct horse battery";

    public static void Real(IServiceCollection services)
    {
        services.AddSingleton(new LoginDelays { Enabled = false });
        services.AddSingleton(provider => new SignInClock(provider.GetRequiredService<TimeProvider>()));
    }

    public static async Task<AccountId> HasStaff(this TestClinic clinic, string email, params Role[] roles)
    {
        var account = await clinic.Write<AccountId>(async scope =>
        {
            var accounts = scope.Get<Accounts>();
            var made = await accounts.Create(email, email.Split('@')[0], Password, CancellationToken.None);
            accounts.Join(made, roles);
            return made.Id;
        });
        return account.Value;
    }

    public static async Task<Result<TokenPair>> SignsIn(this TestClinic clinic, string email, string password = Password, PracticeId? practice = null)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<SignIn.Handler>().Handle(new SignIn.Request(email, password, Practice: practice), CancellationToken.None);
    }

    public static async Task<Result<TokenPair>> Refreshes(this TestClinic clinic, string refreshToken)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<RefreshSession.Handler>().Handle(new RefreshSession.Request(refreshToken), CancellationToken.None);
    }

    public static async Task SignsOut(this TestClinic clinic, string refreshToken)
    {
        await using var scope = clinic.Stranger();
        await scope.Get<EndSession.Handler>().Handle(new EndSession.Request(refreshToken), CancellationToken.None);
    }

    /// <summary>What an access token is good for at this moment.</summary>
    public static async Task<Standing?> StandingOf(this TestClinic clinic, string accessToken)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<AccessTokens>().Read(accessToken, CancellationToken.None) is { } claims
            ? await scope.Get<Standings>().OfSession(claims, CancellationToken.None)
            : null;
    }

    /// <summary>Asks a handler as a member of staff.</summary>
    public static async Task<TAnswer> As<THandler, TAnswer>(this TestClinic clinic, Role role, Func<THandler, Task<TAnswer>> ask, IReadOnlyCollection<Guid>? clinics = null, Guid? id = null)
        where THandler : notnull
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomeStaff(CallerKind.User, id ?? Guid.Empty, session: null, [role], clinics);
        return await ask(scope.Get<THandler>());
    }

    /// <summary>What the trail says, oldest first.</summary>
    public static async Task<List<string>> Trail(this TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync();
    }
}
