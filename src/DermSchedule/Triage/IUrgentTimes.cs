using DermSchedule.Practices;

namespace DermSchedule.Triage;

/// <summary>
/// Whether an urgent patient can be given a time. Answered by Scheduling, which knows the times and stands above this room: the answer decides what
/// the patient is told, and whether the staff get a task.
/// </summary>
public interface IUrgentTimes
{
    /// <summary>Whether one of these kinds of visit has a free time within <see cref="Triages.GoodFor"/>.</summary>
    Task<bool> HasOne(Clinic clinic, IReadOnlyList<AppointmentTypeId> types, PatientKind kind, CancellationToken ct);
}

/// <summary>What time an urgent patient has.</summary>
public enum UrgentTime
{
    /// <summary>No time within the fortnight is free online: somebody of the clinic finds one (R-TR-5).</summary>
    NoneFree,

    /// <summary>There are some to choose from.</summary>
    Offered,

    /// <summary>The visit that stands is soon enough.</summary>
    Booked,
}
