using System.Collections.Concurrent;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Audit;

/// <summary>
/// Stores the lines of reads. Requests that read at the same time share one commit per practice: while one batch is being written, the lines that
/// come meanwhile gather for the next. Everybody waits for the commit of their own line, so none leaves before it is stored (domain.md 13).
/// </summary>
public sealed class ReadAuditQueue(IServiceScopeFactory scopes)
{
    private const int BatchSize = 200;

    private readonly ConcurrentDictionary<PracticeId, Lane> lanes = new();

    internal Task Store(AuditLine line, CancellationToken ct)
    {
        var practice = line.Entry.PracticeId;
        var lane = lanes.GetOrAdd(practice, _ => new Lane());
        var pending = new Pending(line);

        if (lane.Join(pending))
        {
            // Not the request's own flow: one that is cancelled must not take the others' lines with it.
            using var own = ExecutionContext.SuppressFlow();
            _ = Task.Run(() => Drain(practice, lane), CancellationToken.None);
        }

        return pending.Stored.Task.WaitAsync(ct);
    }

    private async Task Drain(PracticeId practice, Lane lane)
    {
        while (lane.Next(BatchSize) is { Count: > 0 } batch)
        {
            try
            {
                await Write(practice, batch);
                batch.ForEach(pending => pending.Stored.TrySetResult());
            }
            catch (Exception exception)
            {
                // Every request of the batch fails as its own write would have: without its line it gives no answer.
                batch.ForEach(pending => pending.Stored.TrySetException(exception));
            }
        }
    }

    private async Task Write(PracticeId practice, List<Pending> batch)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<ScheduleDb>();
        var scope = services.ServiceProvider.GetRequiredService<PracticeScope>();
        await services.ServiceProvider.GetRequiredService<KeyRing>().Enter(db, scope, practice, CancellationToken.None);

        await db.Write<Done>(
            () =>
            {
                batch.ForEach(pending => pending.Line.AddTo(db));
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            CancellationToken.None);
    }

    private sealed record Pending(AuditLine Line)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Lane
    {
        private readonly Lock gate = new();
        private readonly Queue<Pending> waiting = new();
        private bool busy;

        /// <summary>True for the first, who has to start the writing.</summary>
        public bool Join(Pending pending)
        {
            lock (gate)
            {
                waiting.Enqueue(pending);
                return !busy && (busy = true);
            }
        }

        /// <summary>The next batch; when it is empty the lane is at rest again.</summary>
        public List<Pending> Next(int most)
        {
            lock (gate)
            {
                var batch = new List<Pending>(Math.Min(most, waiting.Count));

                while (batch.Count < most && waiting.TryDequeue(out var pending))
                {
                    batch.Add(pending);
                }

                busy = batch.Count > 0;
                return batch;
            }
        }
    }
}
