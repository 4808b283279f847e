using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Where and when a visit is: all that hours can be held against.</summary>
public sealed record VisitTime(AppointmentId Id, ClinicId ClinicId, ProviderId ProviderId, AppointmentTypeId AppointmentTypeId, Instant StartsAt, Instant EndsAt);

/// <summary>
/// Whether a visit lies inside hours: the clinic's for the whole visit, the provider's for the part that needs the provider (domain.md 4).
/// Pure: the same settings and the same visit always give the same answer.
/// </summary>
public static class VisitHours
{
    /// <summary>Whether a visit that lay inside the hours lies outside them after a change. One that staff put outside on purpose is no news.</summary>
    public static bool FallsOut(VisitTime visit, Catalog before, Catalog after) =>
        (IsOpen(visit, before) && !IsOpen(visit, after)) || (Works(visit, before) && !Works(visit, after));

    /// <summary>Whether the clinic is open for all of the visit. A clinic without hours has no restriction of its own.</summary>
    public static bool IsOpen(VisitTime visit, Catalog catalog)
    {
        if (!catalog.Clinics.TryGetValue(visit.ClinicId, out var clinic))
        {
            return false;
        }

        var clock = ClinicClock.In(clinic.TimeZone);
        var days = Days(clock, visit.StartsAt, visit.EndsAt);

        return !clinic.Holidays.Any(holiday => holiday.Date >= days[1] && holiday.Date <= days[^1])
            && (clinic.Hours.Count == 0 || Covers(days.SelectMany(day => On(clinic.Hours, day, clock)), visit.StartsAt, visit.EndsAt));
    }

    /// <summary>Whether the provider works there for as long as the visit needs the provider.</summary>
    public static bool Works(VisitTime visit, Catalog catalog)
    {
        if (!catalog.Clinics.TryGetValue(visit.ClinicId, out var clinic))
        {
            return false;
        }

        var clock = ClinicClock.In(clinic.TimeZone);
        var (from, to) = Part(visit, catalog);
        var mine = catalog.Exceptions.Where(exception => exception.ProviderId == visit.ProviderId).ToList();
        var extra = mine.Where(exception => exception.Kind == ExceptionKind.ExtraSession && exception.ClinicId == visit.ClinicId)
            .Select(exception => new Interval(exception.StartsAt, exception.EndsAt));

        return !mine.Any(exception => Covers(exception, visit, catalog))
            && Covers(Days(clock, from, to).SelectMany(day => ProviderOn(visit, day, clock, catalog)).Concat(extra), from, to);
    }

    /// <summary>Whether time off takes the provider away from the visit.</summary>
    public static bool Covers(ProviderException exception, VisitTime visit, Catalog catalog)
    {
        var (from, to) = Part(visit, catalog);
        return exception.Kind == ExceptionKind.TimeOff && exception.ProviderId == visit.ProviderId && (exception.ClinicId is null || exception.ClinicId == visit.ClinicId)
            && exception.StartsAt < to && from < exception.EndsAt;
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
    private static bool Covers(IEnumerable<Interval> windows, Instant from, Instant to)
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
