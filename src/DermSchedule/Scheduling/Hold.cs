using DermSchedule.Data;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>A time kept for a visitor who fills the form (domain.md 3). Its reservations carry the truth; this row carries the rest.</summary>
public sealed class Hold : IPracticeOwned
{
    public static readonly Instant GivenUp = Instant.FromUnixTimeSeconds(0);

    public required PracticeId PracticeId { get; init; }

    public required HoldId Id { get; init; }

    public required byte[] TokenHash { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required ProviderId ProviderId { get; init; }

    public required AppointmentTypeId AppointmentTypeId { get; init; }

    public required PatientKind PatientKind { get; init; }

    public required Instant StartsAt { get; init; }

    public required Instant EndsAt { get; init; }

    /// <summary>Rooms and devices held with the provider.</summary>
    public IReadOnlyList<ResourceId> ResourceIds { get; init; } = [];

    /// <summary><see cref="GivenUp"/> once it was released or exchanged: no clock of any server is before that.</summary>
    public required Instant ExpiresAt { get; set; }

    /// <summary>The triage by whose right it was given; null when there was none.</summary>
    public TriageId? TriageId { get; init; }

    /// <summary>At most two (api.md).</summary>
    public int Extensions { get; set; }

    /// <summary>Blind index of who holds: the wizard's session or the address. For the cap of two live holds.</summary>
    public required byte[] Visitor { get; init; }

    /// <summary>The visit it became; a used hold answers 409.</summary>
    public AppointmentId? BecameAppointment { get; set; }
}

/// <summary>Lunch, a meeting: the provider or room is taken on all lanes.</summary>
public sealed class Block : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<Block> Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required ResourceId ResourceId { get; init; }

    public required Instant StartsAt { get; init; }

    public required Instant EndsAt { get; init; }

    public string Reason { get; init; } = "";
}
