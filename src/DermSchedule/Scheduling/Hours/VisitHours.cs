using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// A visit held against hours: the clinic's for the whole visit, the provider's for the part that needs the provider (domain.md 4).
/// </summary>
internal static class VisitHours
{
    /// <summary>A clinic without hours has no restriction of its own.</summary>
    public static IEnumerable<VisitGrounds> OfClinic(VisitTime visit, Clinic clinic)
    {
        var clock = ClinicClock.In(clinic.TimeZone);
        var days = Days(clock, visit.StartsAt, visit.EndsAt);

        foreach (var holiday in clinic.Holidays.Where(holiday => holiday.Date >= days[1] && holiday.Date <= days[^1]))
        {
            yield return new(Outside.Holiday, holiday.Date);
        }

        if (clinic.Hours.Count > 0)
        {
            var open = days.SelectMany(day => On(clinic.Hours, day, clock)).ToList();

            foreach (var ground in Missing(open, visit.StartsAt, visit.EndsAt, days, clock, Outside.ClinicHours, Outside.ClinicDay))
            {
                yield return ground;
            }
        }
    }

    public static IEnumerable<VisitGrounds> OfProvider(VisitTime visit, Clinic clinic, Catalog catalog)
    {
        var clock = ClinicClock.In(clinic.TimeZone);
        var (from, to) = Part(visit, catalog);
        var days = Days(clock, from, to);
        var mine = catalog.Exceptions.Where(exception => exception.ProviderId == visit.ProviderId && (exception.ClinicId is null || exception.ClinicId == visit.ClinicId)).ToList();

        foreach (var off in mine.Where(exception => exception.Kind == ExceptionKind.TimeOff && exception.StartsAt < to && from < exception.EndsAt))
        {
            yield return new(Outside.TimeOff, TimeOff: off.Id);
        }

        var working = days.SelectMany(day => ProviderOn(visit, day, clock, catalog))
            .Concat(mine.Where(exception => exception.Kind == ExceptionKind.ExtraSession).Select(exception => new Interval(exception.StartsAt, exception.EndsAt))).ToList();

        foreach (var ground in Missing(working, from, to, days, clock, Outside.ProviderHours, Outside.ProviderDay))
        {
            yield return ground;
        }
    }

    /// <summary>What the windows leave uncovered of the stretch, and which of its days have no window at all.</summary>
    private static IEnumerable<VisitGrounds> Missing(List<Interval> windows, Instant from, Instant to, List<LocalDate> days, ClinicClock clock, Outside hours, Outside wholeDay)
    {
        if (Cover(windows, from, to))
        {
            yield break;
        }

        yield return new(hours);

        foreach (var day in days.Skip(1).Where(day => !windows.Exists(window => window.Start < clock.StartOf(day.PlusDays(1)) && clock.StartOf(day) < window.End)))
        {
            yield return new(wholeDay, day);
        }
    }

    private static (Instant From, Instant To) Part(VisitTime visit, Catalog catalog) =>
        catalog.AppointmentTypes.GetValueOrDefault(visit.AppointmentTypeId)?.ProviderPart is { } part
            ? (visit.StartsAt + Duration.FromMinutes(part.OffsetMinutes), visit.StartsAt + Duration.FromMinutes(part.OffsetMinutes + part.Minutes))
            : (visit.StartsAt, visit.EndsAt);

    private static IEnumerable<Interval> ProviderOn(VisitTime visit, LocalDate day, ClinicClock clock, Catalog catalog)
    {
        if (catalog.DateOverrides.FirstOrDefault(row => row.ProviderId == visit.ProviderId && row.ClinicId == visit.ClinicId && row.Date == day) is { } replaced)
        {
            return replaced.Windows.Select(hours => Bounds(hours, day, clock));
        }

        // The newest schedule that has begun rules; an earlier one never comes back.
        var schedule = catalog.Schedules
            .Where(row => row.ProviderId == visit.ProviderId && row.ClinicId == visit.ClinicId && row.EffectiveFrom <= day)
            .MaxBy(row => row.EffectiveFrom);
        return schedule is null || schedule.EffectiveTo < day ? [] : On(schedule.Weekly, day, clock);
    }

    private static IEnumerable<Interval> On(IReadOnlyList<WeeklyHours> weekly, LocalDate day, ClinicClock clock) =>
        weekly.Where(hours => hours.Day == day.DayOfWeek).Select(hours => Bounds(hours, day, clock));

    private static Interval Bounds(WeeklyHours hours, LocalDate day, ClinicClock clock)
    {
        var from = clock.Bound(day.AtMidnight().PlusMinutes(hours.Start));
        var to = clock.Bound(day.AtMidnight().PlusMinutes(hours.Start + hours.Minutes));

        // A window that the spring change swallows ends before it starts.
        return new Interval(from, Instant.Max(from, to));
    }

    /// <summary>The local days on which a window over this stretch may have begun: the day before, for one that runs past midnight, up to its last.</summary>
    private static List<LocalDate> Days(ClinicClock clock, Instant from, Instant to)
    {
        var (first, last) = (clock.DateOf(from), clock.DateOf(Instant.Max(from, to - Duration.FromNanoseconds(1))));
        return [.. Enumerable.Range(-1, Period.DaysBetween(first, last) + 2).Select(first.PlusDays)];
    }

    /// <summary>Whether the windows together leave no moment of the stretch uncovered; windows that touch are one.</summary>
    private static bool Cover(IEnumerable<Interval> windows, Instant from, Instant to)
    {
        foreach (var window in windows.OrderBy(window => window.Start))
        {
            if (window.Start <= from && window.End > from)
            {
                from = window.End;
            }
        }

        return from >= to;
    }
}
