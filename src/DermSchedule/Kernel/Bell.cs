using System.Threading.Channels;

namespace DermSchedule.Kernel;

/// <summary>
/// Rung after a commit that left work for a background worker of this process. Only saves waiting: a ring lost in a crash, or meant for another
/// process, is made good by the worker's own look at the database.
/// </summary>
public abstract class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Comes back when it rang or when the time is over.</summary>
    internal async Task Wait(TimeSpan most, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(most);

        try
        {
            await rings.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nothing rang: time for a look anyway.
        }
    }
}
