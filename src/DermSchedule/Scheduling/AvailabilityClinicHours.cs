using System.Collections.Frozen;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>When the clinic is open. A visit lies inside them from start to end; its buffers may reach outside (domain.md 3).</summary>
internal sealed class ClinicHours(Clinic clinic, ClinicClock clock)
{
    private readonly FrozenSet<LocalDate> holidays = clinic.Holidays.Select(holiday => holiday.Date).ToFrozenSet();
    private readonly ILookup<IsoDayOfWeek, WeeklyHours> weekly = clinic.Hours.ToLookup(hours => hours.Day);
    private readonly bool isUnrestricted = clinic.Hours.Count == 0;

    /// <summary>The open stretches for visits that start on the middle day. Windows that meet at midnight are one stretch.</summary>
    public List<Stretch> Around(WallDay before, WallDay day, WallDay after)
    {
        var open = isUnrestricted ? [Stretch.Always] : Stretches.Sorted(new[] { before, day, after }.SelectMany(Windows));

        // A holiday closes the whole local day, also for a night that began the day before.
        foreach (var date in new[] { before.Date, day.Date, after.Date })
        {
            if (holidays.Contains(date))
            {
                open = open.Without(new Stretch(EpochMinutes.Down(clock.StartOf(date)), EpochMinutes.Down(clock.StartOf(date.PlusDays(1)))));
            }
        }

        return open;
    }

    private IEnumerable<Stretch> Windows(WallDay day) =>
        weekly[day.Date.DayOfWeek].Select(hours => new Stretch(day.At(hours.Start), day.At(hours.Start + hours.Minutes)));
}
