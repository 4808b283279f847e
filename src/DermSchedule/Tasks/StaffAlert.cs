using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>How soon somebody must look.</summary>
public enum AlertLevel
{
    /// <summary>A clinician speaks with the patient today.</summary>
    SameDay,

    /// <summary>The patient was told to call 911 or go to an emergency room.</summary>
    Emergency,
}

/// <summary>
/// Somebody must look at this now. Raised in the transaction of its cause, acknowledged by a named person, and louder each time nobody does
/// (domain.md 6).
/// </summary>
public sealed class StaffAlert : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<StaffAlert> Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    /// <summary>What it is about: a triage. One subject raises one alert.</summary>
    public required Guid SubjectId { get; init; }

    public required AlertLevel Level { get; init; }

    public required Instant RaisedAt { get; init; }

    /// <summary>What was recognised, in words for staff; says something about health, so it is sealed.</summary>
    public required Sealed<AlertWords> Words { get; init; }

    /// <summary>Whom to call, where the patient said so.</summary>
    public Sealed<Contact>? Contact { get; set; }

    /// <summary>How often nobody had answered in time.</summary>
    public int Escalations { get; set; }

    public Instant? AcknowledgedAt { get; set; }

    /// <summary>The person who took it on.</summary>
    public AccountId? AcknowledgedBy { get; set; }

    /// <summary>Raised by each change, so that none is lost to a rotation of keys that seals the row anew.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What an alert tells.</summary>
/// <param name="Labels">Of the flags, in English.</param>
public sealed record AlertWords(IReadOnlyList<string> Labels)
{
    /// <summary>Nothing about health in a log.</summary>
    public override string ToString() => "alert";
}

/// <summary>How to reach somebody who is not a patient yet.</summary>
/// <param name="FirstName">As typed; may be absent.</param>
/// <param name="Phone">E.164.</param>
public sealed record Contact(string? FirstName, string Phone)
{
    /// <summary>Nobody in a log.</summary>
    public override string ToString() => "contact";
}
