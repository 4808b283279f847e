using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>Whether somebody answers the clinic's phone now, and what to call when not.</summary>
/// <param name="IsOpen">Nobody is told to call a closed door (domain.md 6).</param>
/// <param name="Phone">Of the clinic, E.164.</param>
/// <param name="AfterHoursPhone">Answered outside opening hours; null where the clinic has none.</param>
public sealed record ClinicDoor(bool IsOpen, string Phone, string? AfterHoursPhone)
{
    public static ClinicDoor At(Catalog catalog, Clinic clinic, Instant now) =>
        new(OpeningTimes.Of(catalog, clinic).IsOpen(now), clinic.Phone, catalog.PoliciesAt(clinic.Id).AfterHoursPhone);
}
