using NodaTime;

namespace DermSchedule.Practices;

/// <summary>Weekly hours of a provider at a clinic, as settings answer them.</summary>
public sealed record StoredSchedule(ClinicId ClinicId, LocalDate EffectiveFrom, LocalDate? EffectiveTo, IReadOnlyList<HoursWindow> Weekly)
{
    public static StoredSchedule Of(ProviderSchedule schedule) =>
        new(schedule.ClinicId, schedule.EffectiveFrom, schedule.EffectiveTo, [.. schedule.Weekly.Select(hours => HoursWindow.Of(hours))]);
}

/// <summary>Time off or an extra session, as settings answer it: instants in the clinic's zone.</summary>
/// <param name="ClinicId">Null for time off that holds at every clinic; its instants are then in the zone of the provider's first one.</param>
public sealed record StoredException(Guid Id, ClinicId? ClinicId, ExceptionKind Kind, OffsetDateTime Start, OffsetDateTime End, string Reason)
{
    public static StoredException Of(ProviderException exception, Catalog catalog)
    {
        var clinic = exception.ClinicId ?? (catalog.Providers.GetValueOrDefault(exception.ProviderId) is { ClinicIds: [var first, ..] } ? first : null);
        var clock = ClinicClock.In(clinic is { } id && catalog.Clinics.TryGetValue(id, out var found) ? found.TimeZone : "Etc/UTC");
        return new StoredException(exception.Id.Value, exception.ClinicId, exception.Kind, clock.OnTheWire(exception.StartsAt), clock.OnTheWire(exception.EndsAt), exception.Reason);
    }
}

/// <summary>A day of a provider that does not follow the weekly rule, as settings answer it.</summary>
public sealed record StoredDay(ClinicId ClinicId, LocalDate Date, IReadOnlyList<HoursWindow> Windows)
{
    public static StoredDay Of(DateOverride day) => new(day.ClinicId, day.Date, [.. day.Windows.Select(hours => HoursWindow.Of(hours, withDay: false))]);
}
