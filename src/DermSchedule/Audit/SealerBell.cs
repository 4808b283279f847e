using System.Threading.Channels;

namespace DermSchedule.Audit;

/// <summary>Rung after a commit that left unsealed lines. Only saves waiting: a ring lost in a crash is made good by the sealer's own look.</summary>
public sealed class SealerBell
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
