using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Finds what a visitor may book at a clinic. A type that is not online, not active or not at this clinic is as unknown as one that never was.</summary>
public sealed class OnlineTypes(Catalogs catalogs)
{
    public sealed record Offered(Catalog Catalog, Clinic Clinic, AppointmentType Type)
    {
        public Policies Policies => Catalog.PoliciesAt(Clinic.Id);
    }

    /// <summary>The date at the clinic; null when there is no such clinic. A clinic does not change its zone while somebody books: one in memory will do.</summary>
    public async Task<LocalDate?> Today(string slug, Instant now, CancellationToken ct) =>
        (catalogs.Remembered?.ClinicBySlug(slug) ?? (await catalogs.Current(ct)).ClinicBySlug(slug)) is { } clinic ? ClinicClock.In(clinic.TimeZone).DateOf(now) : null;

    public async Task<Result<Offered>> Find(string slug, AppointmentTypeId typeId, TriageStanding? triage, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        if (catalog.ClinicBySlug(slug) is not { } clinic
            || catalog.AppointmentTypes.GetValueOrDefault(typeId) is not { OnlineBookable: true } type
            || !Catalog.IsOffered(type, clinic.Id))
        {
            return Refusals.NotFound;
        }

        return UrgentRule.Refuse(catalog, clinic, type, triage) is { } blocked ? blocked : new Offered(catalog, clinic, type);
    }
}
