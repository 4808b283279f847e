using DermSchedule.Practices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Audit;

/// <summary>Signs the head of every practice's chain once an hour, by the real clock, where it moved.</summary>
internal sealed partial class AuditHeadSigner(IServiceScopeFactory scopes, ILogger<AuditHeadSigner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SignAll(stoppingToken);
            }
            catch (Exception exception) when (exception is not ObjectDisposedException && !stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    private async Task SignAll(CancellationToken ct)
    {
        await using var looking = scopes.CreateAsyncScope();

        foreach (var practice in await looking.ServiceProvider.GetRequiredService<PracticeDirectory>().All(ct))
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<Caller>().BecomeJob("audit.sign");
            await services.ServiceProvider.GetRequiredService<PracticeDirectory>().Enter(practice, ct);
            await services.ServiceProvider.GetRequiredService<AuditHeads>().Sign(ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The heads of the audit trails could not be signed.")]
    private partial void LogFailed(Exception exception);
}
