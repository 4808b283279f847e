using DermSchedule.Practices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Audit;

/// <summary>
/// Seals what was committed, within a second by the real clock. Lines gather a moment first, so that a busy day costs four seals' commits a
/// second and not one per line. One query finds the practices that need it, however many there are.
/// </summary>
internal sealed partial class AuditSealer(IServiceScopeFactory scopes, SealerBell bell, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SealAll(stoppingToken);
                await bell.Wait(Look, stoppingToken);
                await Task.Delay(Gather, stoppingToken);
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
        }
    }

    /// <summary>One round over the practices that have unsealed lines. A practice that fails does not stop the next one.</summary>
    private async Task SealAll(CancellationToken ct)
    {
        try
        {
            foreach (var practice in await Practices(ct))
            {
                await SealOne(practice, ct);
            }
        }
        catch (Exception exception) when (exception is not ObjectDisposedException && !ct.IsCancellationRequested)
        {
            LogLookFailed(exception);
        }
        catch (OperationCanceledException)
        {
            // Shutting down: what is unsealed waits in its queue.
        }
    }

    private async Task<List<PracticeId>> Practices(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services.ServiceProvider.GetRequiredService<PracticeDirectory>().WithUnsealedLines(ct);
    }

    private async Task SealOne(PracticeId practice, CancellationToken ct)
    {
        try
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<Caller>().BecomeJob("audit.seal");
            await services.ServiceProvider.GetRequiredService<PracticeDirectory>().Enter(practice, ct);
            await services.ServiceProvider.GetRequiredService<AuditChain>().Seal(ct);
        }
        catch (Exception exception) when (exception is not ObjectDisposedException && !ct.IsCancellationRequested)
        {
            LogPracticeFailed(exception, practice.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit sealer could not look for unsealed lines.")]
    private partial void LogLookFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit lines of practice {Practice} could not be sealed.")]
    private partial void LogPracticeFailed(Exception exception, Guid practice);
}
