using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Drafts;

/// <summary>
/// What somebody has said on the way to a visit, before there is a visit or a patient: answers about health, and what was typed into the form. Sealed,
/// found only by the secret in the visitor's cookie, and gone a day after the last change or at once when the visitor says so (decision 0019).
/// </summary>
public sealed class VisitorDraft : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<VisitorDraft> Id { get; init; }

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>What was answered and chosen; JSON of the pages.</summary>
    public required Sealed<string> Answers { get; set; }

    /// <summary>What stands in the form with the details, right or wrong. A column of its own: it is saved while other tabs choose.</summary>
    public Sealed<string>? Typed { get; set; }

    public required Instant ExpiresAt { get; set; }

    /// <summary>Raised by each change, so that none is lost to a rotation of keys that seals the row anew.</summary>
    public int Version { get; set; } = 1;
}
