using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>Weekly hours, time off, extra sessions and single days of providers.</summary>
public sealed partial class PracticeHours
{
    /// <summary>Replaces the schedule of that provider, clinic and first day.</summary>
    public async Task<Catalog> SetSchedule(
        Catalog before, ProviderId provider, ClinicId clinic, LocalDate from, LocalDate? to, IReadOnlyList<WeeklyHours> weekly, CancellationToken ct)
    {
        var schedule = await db.Set<ProviderSchedule>().SingleOrDefaultAsync(row => row.ProviderId == provider && row.ClinicId == clinic && row.EffectiveFrom == from, ct);
        var stored = schedule is null ? null : StoredSchedule.Of(schedule);

        if (schedule is null)
        {
            schedule = new ProviderSchedule { PracticeId = settings.Practice, ProviderId = provider, ClinicId = clinic, EffectiveFrom = from };
            db.Add(schedule);
        }

        (schedule.EffectiveTo, schedule.Weekly) = (to, weekly);
        settings.Record("provider.schedule-changed", "provider", provider.Value, stored, StoredSchedule.Of(schedule));
        return before with { Schedules = [.. before.Schedules.Where(row => row.ProviderId != provider || row.ClinicId != clinic || row.EffectiveFrom != from), schedule] };
    }

    /// <summary>Answers the exception beside the settings as they will be.</summary>
    public (ProviderException Added, Catalog After) AddException(
        Catalog before, ProviderId provider, ClinicId? clinic, ExceptionKind kind, Instant start, Instant end, string reason)
    {
        var exception = new ProviderException
        {
            PracticeId = settings.Practice,
            Id = ids.Next<ProviderException>(),
            ProviderId = provider,
            ClinicId = clinic,
            Kind = kind,
            StartsAt = start,
            EndsAt = end,
            Reason = reason,
        };
        db.Add(exception);
        settings.Record("provider.exception-added", "provider", exception.ProviderId.Value, null, StoredException.Of(exception, before));
        return (exception, before with { Exceptions = [.. before.Exceptions, exception] });
    }

    /// <param name="before">As it stands.</param>
    /// <param name="exception">One of <paramref name="before"/>.</param>
    public Catalog RemoveException(Catalog before, ProviderException exception)
    {
        db.Remove(exception);
        settings.Record("provider.exception-removed", "provider", exception.ProviderId.Value, StoredException.Of(exception, before), null);
        return before with { Exceptions = [.. before.Exceptions.Where(row => row.Id != exception.Id)] };
    }

    /// <summary>Replaces what was said of that provider, clinic and day.</summary>
    public async Task<Catalog> SetDateOverride(Catalog before, ProviderId provider, ClinicId clinic, LocalDate date, IReadOnlyList<WeeklyHours> windows, CancellationToken ct)
    {
        var day = await db.Set<DateOverride>().SingleOrDefaultAsync(row => row.ProviderId == provider && row.ClinicId == clinic && row.Date == date, ct);
        var stored = day is null ? null : StoredDay.Of(day);

        if (day is null)
        {
            day = new DateOverride { PracticeId = settings.Practice, ProviderId = provider, ClinicId = clinic, Date = date };
            db.Add(day);
        }

        day.Windows = windows;
        settings.Record("provider.day-changed", "provider", provider.Value, stored, StoredDay.Of(day));
        return before with { DateOverrides = [.. before.DateOverrides.Where(row => row.ProviderId != provider || row.ClinicId != clinic || row.Date != date), day] };
    }

    /// <summary>The weekly rule holds again.</summary>
    public Catalog RemoveDateOverride(Catalog before, DateOverride day)
    {
        db.Remove(day);
        settings.Record("provider.day-restored", "provider", day.ProviderId.Value, StoredDay.Of(day), null);
        return before with { DateOverrides = [.. before.DateOverrides.Where(row => row != day)] };
    }
}
