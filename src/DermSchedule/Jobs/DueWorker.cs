using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Jobs;

/// <summary>Keeps the runner going: at once when this process planned something that is due, and by its own look every half second.</summary>
internal sealed partial class DueWorker(DueRunner runner, DueBell bell, ILogger<DueWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runner.RunDue(stoppingToken) == 0)
                {
                    await bell.Wait(Look, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                // The start failed elsewhere, e.g. at a taken port, and the host is gone without having asked anybody to stop.
                return;
            }
            catch (Exception exception)
            {
                LogLookFailed(exception);
                await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not look for due rows.")]
    private partial void LogLookFailed(Exception exception);
}
