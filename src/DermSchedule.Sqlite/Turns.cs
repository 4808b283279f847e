namespace DermSchedule.Sqlite;

/// <summary>One at a time, in the order they came.</summary>
internal sealed class Turns
{
    private readonly Lock state = new();
    private readonly Queue<TaskCompletionSource> waiting = [];
    private bool taken;

    /// <summary>Completes when it is the caller's turn; who is cancelled while waiting is passed over.</summary>
    public async Task Take(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        TaskCompletionSource turn;

        lock (state)
        {
            if (!taken)
            {
                taken = true;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await using var giveUp = ct.Register(() => turn.TrySetCanceled(ct));
        await turn.Task;
    }

    /// <summary>Gives the turn to the next who waits; false, and still the caller's, when nobody does.</summary>
    public bool PassOn()
    {
        lock (state)
        {
            return WakeNext();
        }
    }

    /// <summary>Gives the turn to the next who waits, or to whoever comes.</summary>
    public void End()
    {
        lock (state)
        {
            taken = WakeNext();
        }
    }

    private bool WakeNext()
    {
        while (waiting.TryDequeue(out var next))
        {
            // False: it was cancelled while it waited.
            if (next.TrySetResult())
            {
                return true;
            }
        }

        return false;
    }
}
