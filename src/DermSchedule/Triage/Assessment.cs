namespace DermSchedule.Triage;

/// <summary>What the rules make of a sheet. Never a diagnosis: it says how soon, and which words and answers led there.</summary>
/// <param name="Disposition">The highest of all raised flags.</param>
/// <param name="Flags">Raised, the most urgent first.</param>
/// <param name="Questions">What the free text left open and must be asked in so many words before anything is booked.</param>
/// <param name="Recommendations">Codes of visit kinds, best first.</param>
/// <param name="Lesion">Of a pigmented spot; null where nothing about one was said.</param>
public sealed record Assessment(
    Disposition Disposition, IReadOnlyList<TriageFlag> Flags, IReadOnlyList<TriageQuestion> Questions, IReadOnlyList<string> Recommendations, LesionScore? Lesion, string RuleVersion)
{
    /// <summary>Whom the sentences are about.</summary>
    public VisitFor VisitFor { get; init; }

    /// <summary>
    /// Flags that words touched and that did not rise: negated, long ago, about somebody else, in doubt or settled by a "no". Kept so that staff see what was read and how;
    /// their <see cref="TriageFlag.Disposition"/> is what they would have been.
    /// </summary>
    public IReadOnlyList<TriageFlag> Considered { get; init; } = [];
}

/// <summary>A reason to be seen sooner, in plain words of what was said.</summary>
/// <param name="SignEnglish">Completes "You told us: …": "you have", "your child has" or "they have".</param>
/// <param name="SignSpanish">The same for "Usted nos dijo: …".</param>
/// <param name="Help">Which number fits first.</param>
public sealed record TriageFlag(
    string Code, Disposition Disposition, string LabelEnglish, string LabelSpanish, string SignEnglish, string SignSpanish, IReadOnlyList<Evidence> Evidence, Help Help);

/// <summary>Which number helps first.</summary>
public enum Help
{
    Emergency911,
    PoisonControl,
    Lifeline988,
    Clinic,
}

/// <summary>Why a flag rose or did not.</summary>
/// <param name="Source">The question id, or "symptoms" for free text.</param>
/// <param name="Start">UTF-16 position in the original text; 0 for other kinds.</param>
/// <param name="Cue">As it stands in the rules.</param>
public sealed record Evidence(EvidenceKind Kind, string Source, int Start, int Length, string Cue, Reading Reading, string ReasonEnglish);

/// <summary>Where a piece of evidence comes from.</summary>
public enum EvidenceKind
{
    Answer,
    Text,
    Modifier,
    Score,
}

/// <summary>How words about a sign were meant (triage.md 3). Only the first is believed at once.</summary>
public enum Reading
{
    Affirmed,
    Negated,
    History,
    OtherPerson,
    Uncertain,
}

/// <summary>Points of a pigmented spot, from 0 (triage.md 2: ABCDE, and the weighted seven-point list where 3 or more means within 14 days).</summary>
/// <param name="Abcde">0 to 5.</param>
/// <param name="SevenPoint">0 to 10.</param>
/// <param name="Criteria">The signs that scored.</param>
public sealed record LesionScore(int Abcde, int SevenPoint, IReadOnlyList<string> Criteria);
