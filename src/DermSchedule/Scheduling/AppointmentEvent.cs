using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>One transition or change: who, when, why, before, after. Never edited; an undo is an event of its own (domain.md 5).</summary>
public sealed class AppointmentEvent : IPracticeOwned, IAppendOnly
{
    public required PracticeId PracticeId { get; init; }

    public required Id<AppointmentEvent> Id { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    public required Instant At { get; init; }

    /// <summary>The past-tense word: <c>booked</c>, <c>confirmed</c>, <c>rescheduled</c>, <c>cancelled</c>, <c>status_undone</c>, …</summary>
    public required string Action { get; init; }

    public required CallerKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>What the person typed: free text, sealed.</summary>
    public Sealed<string>? Reason { get; init; }

    public AppointmentState? Before { get; init; }

    public required AppointmentState After { get; init; }
}

/// <summary>What an event remembers of a visit; nothing about the person.</summary>
public sealed record AppointmentState(
    AppointmentStatus Status,
    Instant StartsAt,
    Instant EndsAt,
    ProviderId ProviderId,
    AppointmentTypeId AppointmentTypeId,
    IReadOnlyList<ResourceId> ResourceIds)
{
    public static AppointmentState Of(Appointment appointment) => new(
        appointment.Status, appointment.StartsAt, appointment.EndsAt, appointment.ProviderId, appointment.AppointmentTypeId, appointment.ResourceIds);
}
