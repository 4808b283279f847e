using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// What a triage forbids and demands of a visit that is booked online (domain.md 6): who needs help sooner books nothing, urgent visits need an urgent
/// triage, and an urgent triage leads to an urgent visit within 14 days and nowhere else (R-TR-5).
/// </summary>
internal static class UrgentRule
{
    /// <summary>Null when it may be booked.</summary>
    public static Refusal? Refuse(Catalog catalog, Clinic clinic, AppointmentType type, Instant startsAt, TriageStanding? triage) =>
        Refuse(catalog, clinic, type, triage) ?? RefuseLater(startsAt, triage);

    /// <summary>A time that is later than urgent answers allow; it binds patients, also when they move their visit.</summary>
    public static Refusal? RefuseLater(Instant startsAt, TriageStanding? triage) => triage is { IsUrgent: true } && startsAt > Latest(triage)
        ? SchedulingRefusals.SlotUnavailable.Saying("You should be seen sooner. Choose a time within 14 days.")
        : null;

    /// <summary>The same before a time is chosen.</summary>
    public static Refusal? Refuse(Catalog catalog, Clinic clinic, AppointmentType type, TriageStanding? triage)
    {
        // Its staff see the answers and photos of their own clinic's visitors only.
        if (triage is not null && triage.ClinicId != clinic.Id)
        {
            return Refusals.Field("triageId", "These questions were answered for another clinic.");
        }

        var fits = triage switch
        {
            { IsBlocked: true } => false,
            { IsUrgent: true } => TypeAdvice.FitsUrgent(catalog, clinic, type),
            _ => !type.UrgentOnly,
        };
        return fits ? null : SchedulingRefusals.TriageBlocked.With("phone", clinic.Phone);
    }

    public static Instant Latest(TriageStanding triage) => triage.AnsweredAt + Triages.GoodFor;
}
