using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>Removes remembered answers whose 24 hours are over (api.md, Idempotency-Key). They are patient data that nobody needs any more.</summary>
public sealed class ExpiredAnswers(ScheduleDb db, TimeProvider clock)
{
    private const int BatchSize = 1_000;

    /// <summary>Removes those of the practice in scope, in batches that hold up no booking; says how many.</summary>
    public async Task<int> Purge(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var all = 0;
        int batch;

        do
        {
            batch = (await db.Write<int>(() => Batch(now, ct), ct)).Value;
            all += batch;
        }
        while (batch >= BatchSize);

        return all;
    }

    private async Task<Result<int>> Batch(Instant now, CancellationToken ct)
    {
        var expired = db.Set<IdempotentAnswer>().Where(row => row.ExpiresAt <= now);
        var until = await expired.OrderBy(row => row.ExpiresAt).Skip(BatchSize - 1).Select(row => (Instant?)row.ExpiresAt).FirstOrDefaultAsync(ct) ?? now;
        return await expired.Where(row => row.ExpiresAt <= until).ExecuteDeleteAsync(ct);
    }
}

/// <summary>Calls <see cref="ExpiredAnswers"/> for every practice that has some, a quarter of an hour apart.</summary>
internal sealed partial class ExpiredAnswersWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredAnswersWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);

        do
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception exception) when (exception is not ObjectDisposedException && !stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Round(CancellationToken ct)
    {
        await using var looking = scopes.CreateAsyncScope();

        foreach (var practice in await looking.ServiceProvider.GetRequiredService<PracticeDirectory>().WithExpiredAnswers(clock.GetCurrentInstant(), ct))
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<Caller>().BecomeJob("answers.purge");
            await services.ServiceProvider.GetRequiredService<PracticeDirectory>().Enter(practice, ct);
            await services.ServiceProvider.GetRequiredService<ExpiredAnswers>().Purge(ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Remembered answers could not be removed.")]
    private partial void LogFailed(Exception exception);
}
