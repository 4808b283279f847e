namespace DermSchedule.Files;

/// <summary>
/// How many pictures are worked on at once in this process. Each may take half a gigabyte and ten seconds of a processor, and the clinic's bookings
/// need both: a few wait, more are told to come back.
/// </summary>
public sealed class CleaningTurns : IDisposable
{
    public const int AtOnce = 2;

    public const int Waiting = 20;

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private int inside;

    /// <summary>A turn, given back by disposing of it; null when too many wait already.</summary>
    public async Task<IDisposable?> Take(CancellationToken ct)
    {
        if (Interlocked.Increment(ref inside) > AtOnce + Waiting)
        {
            Interlocked.Decrement(ref inside);
            return null;
        }

        try
        {
            await places.WaitAsync(ct);
            return new Turn(this);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref inside);
            throw;
        }
    }

    public void Dispose() => places.Dispose();

    private sealed class Turn(CleaningTurns turns) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
            {
                turns.places.Release();
                Interlocked.Decrement(ref turns.inside);
            }
        }
    }
}
