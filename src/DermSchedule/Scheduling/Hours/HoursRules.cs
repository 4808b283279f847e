using DermSchedule.Practices;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Scheduling;

/// <summary>What several changes of hours check.</summary>
internal static class HoursRules
{
    /// <summary>Why this clinic's hours are not the caller's to change; null when they are.</summary>
    public static Refusal? Clinic(Catalog catalog, Settings settings, ClinicId id) =>
        !catalog.Clinics.ContainsKey(id) ? Refusals.NotFound : settings.Reaches(id) ? null : Refusals.Forbidden;

    /// <summary>Why this provider's hours at this clinic are not the caller's to change.</summary>
    /// <param name="catalog">As it stands.</param>
    /// <param name="settings">Knows the caller.</param>
    /// <param name="id">From the route: unknown is 404.</param>
    /// <param name="clinic">From the body: unknown, or one where the provider does not work, is a field error. Null means all of the provider's clinics.</param>
    public static Refusal? Provider(Catalog catalog, Settings settings, ProviderId id, ClinicId? clinic)
    {
        if (!catalog.Providers.TryGetValue(id, out var provider))
        {
            return Refusals.NotFound;
        }

        if (clinic is { } at && (!catalog.Clinics.ContainsKey(at) || !provider.ClinicIds.Contains(at)))
        {
            return Refusals.Field("clinicId", "The provider does not work at such a clinic.");
        }

        return (clinic is { } one ? settings.Reaches(one) : settings.Reaches(provider.ClinicIds)) ? null : Refusals.Forbidden;
    }

    /// <summary>For taking back what was set: the provider may have left the clinic meanwhile.</summary>
    public static Refusal? MayTouch(Catalog catalog, Settings settings, ProviderId id, ClinicId? clinic) =>
        (clinic is { } one ? settings.Reaches(one) : catalog.Providers.TryGetValue(id, out var provider) && settings.Reaches(provider.ClinicIds)) ? null : Refusals.Forbidden;

    public static IEnumerable<ProviderId> ProvidersAt(Catalog catalog, ClinicId clinic) =>
        catalog.Providers.Values.Where(provider => provider.ClinicIds.Contains(clinic)).Select(provider => provider.Id);

    /// <summary>Far outside any calendar of a clinic; also keeps zone arithmetic away from its ends.</summary>
    public static bool IsSensible(LocalDate date) => date.Year is >= 1900 and <= 2200;

    public static bool IsSensible(Instant instant) => IsSensible(instant.InUtc().Date);

    /// <summary>A date of the query or route; null when it is none.</summary>
    public static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } day && IsSensible(day.Value) ? day.Value : null;
}
