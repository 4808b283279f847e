using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>The closest free times to one that was lost (domain.md 3).</summary>
public static class Alternatives
{
    /// <summary>As many as fit a phone's screen (api.md).</summary>
    public const int Count = 3;

    /// <summary>How far around a lost time to look. Further away "closest" helps nobody; the calendar does.</summary>
    public const int DaysAround = 7;

    /// <summary>Most are found from the day before to the day after; the rest is looked at only when something closer could be there.</summary>
    public const int DaysFirst = 1;

    /// <summary>Whether no time outside the days that were looked at can be closer than the farthest of these.</summary>
    /// <param name="nearest">Found from <paramref name="from"/> to <paramref name="to"/>.</param>
    /// <param name="lost">Start that was wanted.</param>
    /// <param name="from">Where the first of the days begins; null when there is nothing before it.</param>
    /// <param name="to">Where the last of them ends.</param>
    public static bool AreClosest(IReadOnlyList<FreeSlot> nearest, Instant lost, Instant? from, Instant to)
    {
        if (nearest.Count < Count)
        {
            return false;
        }

        var farthest = nearest[^1].StartsAt - lost;
        farthest = farthest < Duration.Zero ? -farthest : farthest;
        return (from is not { } first || farthest <= lost - first) && farthest <= to - lost;
    }

    /// <summary>Nearest first; of two at the same distance the earlier. A time is named once, with the provider who was asked for if possible.</summary>
    /// <param name="days">What <see cref="Availability.Find"/> gave for the days around the lost one, for every provider.</param>
    /// <param name="lost">Start that was wanted.</param>
    /// <param name="wanted">Provider who was asked for.</param>
    public static IReadOnlyList<FreeSlot> Nearest(IEnumerable<FreeDay> days, Instant lost, ProviderId? wanted)
    {
        var minute = EpochMinutes.Down(lost);
        return
        [
            .. days.SelectMany(day => day.Slots)
                .GroupBy(slot => slot.StartMinute)
                .OrderBy(times => Math.Abs(times.Key - minute)).ThenBy(times => times.Key)
                .Take(Count)
                .Select(times => times.OrderBy(slot => slot.ProviderId == wanted ? 0 : 1).First()),
        ];
    }
}
