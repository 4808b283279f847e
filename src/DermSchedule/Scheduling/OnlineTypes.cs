using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Finds what a visitor may book at a clinic. A type that is not online, not active or not at this clinic is as unknown as one that never was.</summary>
public sealed class OnlineTypes(Catalogs catalogs)
{
    public sealed record Offered(Catalog Catalog, Clinic Clinic, AppointmentType Type)
    {
        public Policies Policies => Catalog.PoliciesAt(Clinic.Id);
    }

    /// <summary>The date at the clinic and what it asks of who books; null when there is no such clinic.</summary>
    public async Task<(LocalDate Today, Policies Policies)?> At(string slug, Instant now, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        return catalog.ClinicBySlug(slug) is { } clinic ? (ClinicClock.In(clinic.TimeZone).DateOf(now), catalog.PoliciesAt(clinic.Id)) : null;
    }

    public async Task<Result<Offered>> Find(string slug, AppointmentTypeId typeId, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        if (catalog.ClinicBySlug(slug) is not { } clinic
            || catalog.AppointmentTypes.GetValueOrDefault(typeId) is not { OnlineBookable: true } type
            || !Catalog.IsOffered(type, clinic.Id))
        {
            return Refusals.NotFound;
        }

        // Urgent visits are given out by triage only (domain.md 6); without one the clinic's phone is the way.
        return type.UrgentOnly
            ? SchedulingRefusals.TriageBlocked.With("phone", clinic.Phone)
            : new Offered(catalog, clinic, type);
    }
}
