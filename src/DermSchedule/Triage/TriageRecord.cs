using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>
/// One set of answers and what came of it. Kept as it was: new answers are a new record that follows the old one, so that the staff see both
/// (domain.md 6, R-TR-7).
/// </summary>
public sealed class TriageRecord : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required TriageId Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required Instant AnsweredAt { get; init; }

    /// <summary>What was said.</summary>
    public required Sealed<TriageIntake> Intake { get; init; }

    /// <summary>What was made of it, and what the patient was told.</summary>
    public required Sealed<TriageOutcome> Outcome { get; init; }

    /// <summary>Whom to call, where it was said.</summary>
    public Sealed<Tasks.Contact>? Contact { get; set; }

    /// <summary>The answers these ones replace.</summary>
    public TriageId? Follows { get; init; }

    /// <summary>The answers that took the place of these ones: they count.</summary>
    public TriageId? ReplacedBy { get; set; }

    /// <summary>Whose it is, once a visit was booked with it.</summary>
    public PatientId? Patient { get; set; }

    /// <summary>The visit that was booked with it; photos of a triage without one are deleted after 30 days (domain.md 14).</summary>
    public Guid? Visit { get; set; }

    /// <summary>Raised by each change, so that none is lost to a rotation of keys that seals the row anew.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What the visitor said.</summary>
/// <param name="PatientKind">As claimed.</param>
/// <param name="Category">Medical or cosmetic.</param>
/// <param name="Sheet">The answers.</param>
/// <param name="Language">In which the page spoke: <c>en</c> or <c>es</c>.</param>
public sealed record TriageIntake(PatientKind PatientKind, Category Category, TriageSheet Sheet, string Language)
{
    /// <summary>Nothing about health in a log.</summary>
    public override string ToString() => "intake";
}

/// <summary>What was made of it.</summary>
/// <param name="Assessment">By the rules of that day.</param>
/// <param name="Carried">The highest disposition of these answers and of those they replace: a visit carries it until somebody of the clinic settles it.</param>
/// <param name="Told">The words the patient read.</param>
/// <param name="Recommended">Visit types, best first.</param>
public sealed record TriageOutcome(Assessment Assessment, Disposition Carried, string Told, IReadOnlyList<AppointmentTypeId> Recommended)
{
    /// <summary>Nothing about health in a log.</summary>
    public override string ToString() => "outcome";
}
