using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Instants as the engine counts them: whole minutes since the Unix epoch.</summary>
public static class EpochMinutes
{
    // Settings may say "until 9999": such an end is as good as for ever, and must not overflow.
    private const long Farthest = int.MaxValue / 4;

    /// <summary>The minute an instant lies in.</summary>
    public static int Down(Instant instant)
    {
        var (minutes, rest) = Math.DivRem(instant.ToUnixTimeSeconds(), 60L);
        return (int)Math.Clamp(rest < 0 ? minutes - 1 : minutes, -Farthest, Farthest);
    }

    /// <summary>The first minute that does not begin before the instant.</summary>
    public static int Up(Instant instant)
    {
        var down = Down(instant);
        return ToInstant(down) < instant && down < Farthest ? down + 1 : down;
    }

    public static Instant ToInstant(int minute) => Instant.FromUnixTimeSeconds(60L * minute);
}

/// <summary>
/// One local day of a clinic. A wall time becomes a minute once for all providers who share it: conversions are what makes a search slow
/// (performance.md hint 1).
/// </summary>
internal sealed class WallDay(ClinicClock clock, LocalDate date)
{
    private readonly Dictionary<int, int> known = [];

    public LocalDate Date { get; } = date;

    public int Starts { get; } = EpochMinutes.Down(clock.StartOf(date));

    /// <summary>The minute of a bound of weekly hours.</summary>
    /// <param name="wall">Minutes after local midnight; above 1440 on the next day.</param>
    public int At(int wall)
    {
        if (!known.TryGetValue(wall, out var minute))
        {
            minute = known[wall] = EpochMinutes.Down(clock.Bound(Date.AtMidnight().PlusMinutes(wall)));
        }

        return minute;
    }
}
