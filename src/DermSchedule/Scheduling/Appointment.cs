using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Where a visit stands (domain.md 5).</summary>
public enum AppointmentStatus
{
    Pending,
    Confirmed,
    CheckedIn,
    InRoom,
    Completed,
    Cancelled,
    NoShow,

    /// <summary>Went home unseen; no fee by itself.</summary>
    Left,
}

/// <summary>Why a visit was cancelled.</summary>
public enum CancelReason
{
    Patient,
    Clinic,
    Unconfirmed,
    Duplicate,
}

/// <summary>How a visit came to be.</summary>
public enum AppointmentSource
{
    Online,
    Phone,
    WalkIn,
    Waitlist,
    Referral,
    Import,
}

/// <summary>A visit. Its time is held by its reservations; its history is in <see cref="AppointmentEvent"/>.</summary>
public sealed class Appointment : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required AppointmentId Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required ProviderId ProviderId { get; set; }

    public required AppointmentTypeId AppointmentTypeId { get; set; }

    public required PatientId PatientId { get; init; }

    public required PatientKind PatientKind { get; init; }

    public required AppointmentStatus Status { get; set; }

    /// <summary>Start of the visit, without buffers.</summary>
    public required Instant StartsAt { get; set; }

    /// <summary>End of the visit, without buffers.</summary>
    public required Instant EndsAt { get; set; }

    /// <summary>The wall time promised to the patient: a change of zone rules moves the instant, not the promise.</summary>
    public required LocalDateTime PromisedWall { get; set; }

    /// <summary>Rooms and devices reserved with the provider.</summary>
    public IReadOnlyList<ResourceId> ResourceIds { get; set; } = [];

    public required AppointmentSource Source { get; init; }

    public CancelReason? CancelReason { get; set; }

    /// <summary>Raised by every change; the ETag of api.md.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Raised when the confirmation ladder restarts; older steps die by it.</summary>
    public int Generation { get; set; } = 1;

    public required Instant BookedAt { get; init; }

    public required Instant ChangedAt { get; set; }

    /// <summary>What other systems call this visit. A number of theirs names a patient as well as a name does, so it is sealed.</summary>
    public Sealed<IReadOnlyList<ExternalIdWords>>? ExternalIds { get; set; }

    /// <summary>Notes of the desk.</summary>
    public Sealed<string>? Notes { get; set; }

    /// <summary>What was typed online (<see cref="TypedDetails"/>): stays with the visit and never overwrites a record (domain.md 1).</summary>
    public Sealed<TypedDetails>? Typed { get; set; }

    /// <summary>The triage it was booked with; null when there was none.</summary>
    public TriageId? TriageId { get; set; }

    /// <summary>Never cancelled by the ladder, charged a deposit or moved down for somebody else: its triage was urgent or higher (R-TR-6).</summary>
    public bool IsProtected { get; set; }

    /// <summary>Whether the patient agreed to texts about this visit.</summary>
    public bool SmsConsent { get; init; }

    /// <summary>Language the visit was booked in: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the desk should look at: see <see cref="VisitFlags"/>.</summary>
    public IReadOnlyList<string> Flags { get; set; } = [];

    public bool IsOpen => Status is AppointmentStatus.Pending or AppointmentStatus.Confirmed;

    /// <summary>Whether questions of triage are still to be answered for it.</summary>
    public bool AsksQuestions => IsOpen && (Flags.Contains(VisitFlags.NotTriaged) || Flags.Contains(VisitFlags.QuestionsOpen));

    public bool IsUnderWay => Status is AppointmentStatus.CheckedIn or AppointmentStatus.InRoom;
}
