using DermSchedule.Practices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Jobs;

/// <summary>
/// Does what is due, earliest first. Any number of runners may work on one database: each row is claimed by one, and marked as done in the
/// transaction of its effect.
/// </summary>
public sealed partial class DueRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueRunner> log)
{
    private const int BatchSize = 50;

    private readonly Lazy<IReadOnlyCollection<string>> kinds = new(() => KindsIn(scopes));

    /// <summary>The kinds that have a handler here; rows of others are left to a newer server.</summary>
    internal IReadOnlyCollection<string> Kinds => kinds.Value;

    /// <summary>Claims and does one batch of what is due now by the injected clock; says how many rows it claimed.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var claims = await Claim(ct);

        foreach (var claim in claims)
        {
            await RunOne(claim, ct);
        }

        return claims.Count;
    }

    private async Task<List<DueClaim>> Claim(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var claim = services.ServiceProvider.GetRequiredService<Ids>().Next<DueClaim>().Value;
        return await services.ServiceProvider.GetRequiredService<PracticeDirectory>().ClaimDue(Kinds, clock.GetCurrentInstant(), claim, DueAttempt.Lease, BatchSize, ct);
    }

    /// <summary>One bad row does not stop the next.</summary>
    private async Task RunOne(DueClaim claim, CancellationToken ct)
    {
        try
        {
            await using var services = scopes.CreateAsyncScope();
            await (await DueAttempt.Enter(services.ServiceProvider, claim, ct)).Carry(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            LogFailed(exception, claim.Kind, claim.Row.Value, claim.Practice.Value);
            await Rest(claim, ct);
        }
    }

    /// <summary>In a scope of its own: what the failed attempt left in its own is nothing to build on.</summary>
    private async Task Rest(DueClaim claim, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();

        if (await (await DueAttempt.Enter(services.ServiceProvider, claim, ct)).Rest(ct))
        {
            LogDead(claim.Kind, claim.Row.Value, claim.Practice.Value);
        }
    }

    private static HashSet<string> KindsIn(IServiceScopeFactory scopes)
    {
        using var services = scopes.CreateScope();
        return [.. services.ServiceProvider.GetServices<IDueHandler>().Select(handler => handler.Kind)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A due row of kind {Kind} failed and is tried again later: row {Row} of practice {Practice}.")]
    private partial void LogFailed(Exception exception, string kind, Guid row, Guid practice);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A due row of kind {Kind} failed for a day and is given up: row {Row} of practice {Practice}.")]
    private partial void LogDead(string kind, Guid row, Guid practice);
}
