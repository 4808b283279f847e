using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Jobs;

/// <summary>Tells the demo clock of this process what another one did to the time, at most a fifth of a second later.</summary>
internal sealed partial class DemoClockFollower(IServiceScopeFactory scopes, ILogger<DemoClockFollower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Before anything else starts: nobody of this process ever sees another time than the database's.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception exception) when (exception is not ObjectDisposedException && !stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    private async Task Look(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<DemoClockStore>().Load(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shared demo clock could not be read.")]
    private partial void LogFailed(Exception exception);
}
