using NodaTime;

namespace DermSchedule.Practices;

/// <summary>
/// When somebody picks up the phone at a clinic: its opening hours, or, where it has none, the hours in which anybody works there. Nobody is told to
/// call a closed door (domain.md 6), and what is due in business hours is counted by it.
/// </summary>
public sealed class OpeningTimes
{
    /// <summary>A clinic that does not open for so long opens at no time we could name.</summary>
    private const int DaysAhead = 30;

    private readonly Clinic clinic;
    private readonly ClinicClock clock;
    private readonly IReadOnlyList<ProviderSchedule> schedules;

    private OpeningTimes(Catalog catalog, Clinic clinic)
    {
        this.clinic = clinic;
        clock = ClinicClock.In(clinic.TimeZone);
        schedules = [.. catalog.Schedules.Where(schedule => schedule.ClinicId == clinic.Id && catalog.Providers.GetValueOrDefault(schedule.ProviderId) is { Active: true })];
    }

    public static OpeningTimes Of(Catalog catalog, Clinic clinic) => new(catalog, clinic);

    public bool IsOpen(Instant at) => Ahead(at, days: 0).Any(window => window.Contains(at));

    /// <summary>When it opens next, or now when it is open; null when it does not within a month.</summary>
    public Instant? OpensAt(Instant now) => Ahead(now, DaysAhead).Select(window => (Instant?)(window.Start > now ? window.Start : now)).FirstOrDefault();

    /// <summary>The instant by which so much opening time has passed; as if always open where it never opens.</summary>
    public Instant After(Instant from, Duration openTime)
    {
        var left = openTime;

        foreach (var window in Ahead(from, DaysAhead))
        {
            var start = Instant.Max(window.Start, from);

            if (window.End - start >= left)
            {
                return start + left;
            }

            left -= window.End - start;
        }

        return from + left;
    }

    /// <summary>The stretches that have not ended, each once, in order.</summary>
    private IEnumerable<Interval> Ahead(Instant now, int days)
    {
        var today = clock.DateOf(now);
        Interval? open = null;

        foreach (var window in Enumerable.Range(-1, days + 2).SelectMany(offset => On(today.PlusDays(offset))).Where(window => window.End > now).OrderBy(window => window.Start))
        {
            if (open is { } before && window.Start <= before.End)
            {
                open = new Interval(before.Start, Instant.Max(before.End, window.End));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = window;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private IEnumerable<Interval> On(LocalDate date)
    {
        if (clinic.Holidays.Any(day => day.Date == date))
        {
            return [];
        }

        var hours = clinic.Hours.Count > 0
            ? clinic.Hours
            : schedules.Where(schedule => schedule.EffectiveFrom <= date && (schedule.EffectiveTo is not { } last || date <= last))
                .GroupBy(schedule => schedule.ProviderId).SelectMany(own => own.MaxBy(schedule => schedule.EffectiveFrom)!.Weekly);

        return hours.Where(window => window.Day == date.DayOfWeek).Select(window => new Interval(At(date, window.Start), At(date, window.Start + window.Minutes)));
    }

    private Instant At(LocalDate date, int minutes) => clock.Bound(date.AtMidnight().PlusMinutes(minutes));
}
