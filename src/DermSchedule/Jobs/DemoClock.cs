using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>
/// The business clock of demo mode: the real one, moved forward. Only "what time is it" is moved; timers stay real. It reads no database itself:
/// <see cref="DemoClockFollower"/> tells it what the other processes did.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly Lock gate = new();
    private DemoTime known = DemoTime.Real;

    public override DateTimeOffset GetUtcNow()
    {
        var real = System.GetUtcNow();
        return Volatile.Read(ref known).At(Instant.FromDateTimeOffset(real)).ToDateTimeOffset();
    }

    /// <summary>The newer state stands: a look that was overtaken by this process's own move does not turn the time back.</summary>
    internal void Follow(DemoTime time)
    {
        lock (gate)
        {
            if (time.Version >= known.Version)
            {
                Volatile.Write(ref known, time);
            }
        }
    }
}

/// <summary>How the demo clock shows the time.</summary>
/// <param name="Shown">What it showed…</param>
/// <param name="Since">…at this instant of the real clock.</param>
/// <param name="StandsUntil">
/// While a move is under way time stands, so that each job sees the very instant at which it was due. By the real clock; a process that dies in the
/// middle of a move does not stop time for ever.
/// </param>
/// <param name="Version">Raised by every change.</param>
internal sealed record DemoTime(Instant Shown, Instant Since, Instant? StandsUntil, long Version)
{
    /// <summary>Before the database was asked.</summary>
    public static readonly DemoTime Real = new(NodaConstants.UnixEpoch, NodaConstants.UnixEpoch, StandsUntil: null, Version: 0);

    public Instant At(Instant real) => StandsUntil is { } until && real < until ? Shown : Shown + Duration.Max(real - Since, Duration.Zero);
}

/// <summary>The one row by which all processes of a database share the demo clock.</summary>
public sealed class DemoClockRow
{
    public const int Only = 1;

    public required int Id { get; init; }

    public required Instant Shown { get; set; }

    public required Instant Since { get; set; }

    public Instant? StandsUntil { get; set; }

    public required long Version { get; set; }

    /// <summary>The move under way: two moves, of whatever processes, happen one after the other.</summary>
    public Guid? MovedBy { get; set; }
}
