using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>What has to be done.</summary>
public enum StaffTaskKind
{
    /// <summary>An urgent patient found no time within 14 days: find one and call (domain.md 6).</summary>
    UrgentWithoutTime,

    /// <summary>A visit was booked online without the questions of triage: ask them.</summary>
    QuestionsUnanswered,
}

/// <summary>Something a person of the clinic has to do by a time.</summary>
public sealed class StaffTask : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<StaffTask> Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required StaffTaskKind Kind { get; init; }

    /// <summary>What it is about: a triage, a visit. One subject has one task of a kind.</summary>
    public required Guid SubjectId { get; init; }

    public required Instant OpenedAt { get; init; }

    public required Instant DueAt { get; set; }

    public Sealed<Contact>? Contact { get; set; }

    public Instant? DoneAt { get; set; }

    public AccountId? DoneBy { get; set; }

    /// <summary>Raised by each change, so that none is lost to a rotation of keys that seals the row anew.</summary>
    public int Version { get; set; } = 1;
}
