using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// The rules of domain.md 4 in the most obvious way: every minute of every day is asked about, with zone arithmetic each time and no
/// cleverness shared with the engine. Slow, and that is fine.
/// </summary>
public sealed class AvailabilityOracle(AvailabilityWorld world)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[world.Clinic.TimeZone];

    private sealed record Hours(Instant From, Instant To, KeptFor? Kept);

    public IEnumerable<(Instant Start, ProviderId Provider)> Free(LocalDate from, LocalDate to)
    {
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var midnight = zone.AtStartOfDay(date).ToInstant();
            var next = zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
            for (var start = midnight; start < next; start += Duration.FromMinutes(1))
            {
                foreach (var provider in world.Providers.OrderBy(provider => provider.Id))
                {
                    if (IsFree(provider, date, start))
                    {
                        yield return (start, provider.Id);
                    }
                }
            }
        }
    }

    private bool IsFree(Provider provider, LocalDate date, Instant start)
    {
        var type = world.Type;
        var minutes = Minutes(provider);
        var end = start + Duration.FromMinutes(minutes);

        return (world.Staff ? start >= world.Now : type.OnlineBookable && start >= world.Now + Duration.FromMinutes(type.MinimumNoticeMinutes)
                && date <= world.Now.InZone(zone).Date.PlusDays(type.HorizonDays))
            && (type.ProviderIds.Count == 0 || type.ProviderIds.Contains(provider.Id))
            && (world.Kind != PatientKind.New || provider.AcceptsNewPatients)
            && (type.DailyCap is null || world.Visits.GetValueOrDefault((provider.Id, date)) < type.DailyCap)
            && WindowsOf(provider, date).Any(window => Starts(window, start, end))
            && ClinicIsOpen(date, start, end)
            && ProviderIsFree(provider, start, end)
            && RoomsAreFree(start - Duration.FromMinutes(type.BufferBeforeMinutes), end + Duration.FromMinutes(type.BufferAfterMinutes));
    }

    private int Minutes(Provider provider)
    {
        var own = world.Type.Durations.SingleOrDefault(duration => duration.ProviderId == provider.Id);
        return world.Kind == PatientKind.New
            ? own is not null ? own.DurationMinutesNewPatient ?? own.DurationMinutes : world.Type.DurationMinutesNewPatient ?? world.Type.DurationMinutes
            : own?.DurationMinutes ?? world.Type.DurationMinutes;
    }

    private bool Starts(Hours window, Instant start, Instant end)
    {
        var fromStart = (start - window.From).TotalMinutes;
        return start >= window.From && end <= window.To && fromStart % world.Type.StartGridMinutes == 0 && IsOpenToUs(window.Kept, start);
    }

    private bool IsOpenToUs(KeptFor? kept, Instant start)
    {
        if (kept is null)
        {
            return true;
        }

        var isReleased = kept.ReleaseHours is { } hours && world.Now >= start - Duration.FromHours(hours);
        var isForUs = (kept.AppointmentTypeIds.Count == 0 || kept.AppointmentTypeIds.Contains(world.Type.Id))
            && (kept.Category is null || kept.Category == world.Type.Category)
            && (kept.PatientKind is null || kept.PatientKind == world.Kind)
            && (!kept.Access || world.Urgent);
        return isForUs || isReleased;
    }

    private IEnumerable<Hours> WindowsOf(Provider provider, LocalDate date)
    {
        foreach (var day in new[] { date.PlusDays(-1), date })
        {
            var replaced = world.Overrides.SingleOrDefault(one => one.ProviderId == provider.Id && one.ClinicId == world.Clinic.Id && one.Date == day);
            var schedule = world.Schedules.Where(one => one.ProviderId == provider.Id && one.ClinicId == world.Clinic.Id && one.EffectiveFrom <= day).MaxBy(one => one.EffectiveFrom);
            var weekly = schedule is not null && (schedule.EffectiveTo is null || day <= schedule.EffectiveTo) ? schedule.Weekly.Where(hours => hours.Day == day.DayOfWeek) : [];
            foreach (var hours in replaced?.Windows ?? weekly)
            {
                yield return new Hours(Bound(day, hours.Start), hours.End > hours.Start ? Bound(day, hours.End) : Bound(day.PlusDays(1), hours.End), hours.Kept);
            }
        }

        foreach (var extra in world.Exceptions.Where(one => one.Kind == ExceptionKind.ExtraSession && one.ProviderId == provider.Id && one.ClinicId == world.Clinic.Id))
        {
            yield return new Hours(extra.StartsAt, extra.EndsAt, null);
        }
    }

    /// <summary>domain.md 2: a skipped bound moves forward by the gap, a doubled one means the earlier.</summary>
    private Instant Bound(LocalDate day, int minutes)
    {
        var wall = day.AtMidnight().PlusMinutes(minutes);
        var mapping = zone.MapLocal(wall);
        return mapping.Count == 0
            ? wall.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant()
            : mapping.First().ToInstant();
    }

    private bool ClinicIsOpen(LocalDate date, Instant start, Instant end)
    {
        for (var minute = start; minute < end; minute += Duration.FromMinutes(1))
        {
            var today = minute.InZone(zone).Date;
            var isOpen = world.Clinic.Hours.Count == 0 || new[] { today.PlusDays(-1), today }.Any(day => world.Clinic.Hours.Any(hours => hours.Day == day.DayOfWeek
                && Bound(day, hours.Start) <= minute && minute < (hours.End > hours.Start ? Bound(day, hours.End) : Bound(day.PlusDays(1), hours.End))));
            if (!isOpen || world.Clinic.Holidays.Any(holiday => holiday.Date == today))
            {
                return false;
            }
        }

        return true;
    }

    private bool ProviderIsFree(Provider provider, Instant start, Instant end)
    {
        var type = world.Type;
        var (from, to) = (start, end);
        if (type.ProviderPart is { } part && start + Duration.FromMinutes(part.OffsetMinutes) < end)
        {
            from = start + Duration.FromMinutes(part.OffsetMinutes);
            to = Instant.Min(from + Duration.FromMinutes(part.Minutes), end);
        }

        from -= from == start ? Duration.FromMinutes(type.BufferBeforeMinutes) : Duration.Zero;
        to += to == end ? Duration.FromMinutes(type.BufferAfterMinutes) : Duration.Zero;

        var isOff = world.Exceptions.Any(one => one.Kind == ExceptionKind.TimeOff && one.ProviderId == provider.Id && (one.ClinicId is null || one.ClinicId == world.Clinic.Id)
            && one.StartsAt < to && from < one.EndsAt);
        var travel = Duration.FromMinutes(provider.TravelMinutes);
        var isElsewhere = world.Busy.Any(row => row.Resource == provider.Id.As<Resource>() && row.Clinic != world.Clinic.Id
            && EpochMinutes.ToInstant(row.StartMinute) - travel < to && from < EpochMinutes.ToInstant(row.EndMinute) + travel);
        var hasLane = Enumerable.Range(0, provider.Lanes).Any(lane => !world.Busy.Any(row => row.Resource == provider.Id.As<Resource>() && row.Clinic == world.Clinic.Id
            && row.LaneFrom <= lane && lane < row.LaneTo && EpochMinutes.ToInstant(row.StartMinute) < to && from < EpochMinutes.ToInstant(row.EndMinute)));
        return !isOff && !isElsewhere && hasLane;
    }

    private bool RoomsAreFree(Instant from, Instant to) => world.Type.ResourceKinds.Distinct().All(kind =>
        world.Resources.Count(resource => resource.Active && resource.ClinicId == world.Clinic.Id && resource.Kind == kind
            && !world.Busy.Any(row => row.Resource == resource.Id && EpochMinutes.ToInstant(row.StartMinute) < to && from < EpochMinutes.ToInstant(row.EndMinute)))
        >= world.Type.ResourceKinds.Count(wanted => wanted == kind));
}
