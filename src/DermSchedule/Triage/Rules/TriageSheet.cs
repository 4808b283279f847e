namespace DermSchedule.Triage;

/// <summary>How soon somebody must be seen (triage.md 1). Rises: a later value is never less urgent than an earlier one.</summary>
public enum Disposition
{
    Routine,
    Urgent,
    SameDay,
    Emergency,
}

/// <summary>Who the visit is for. Words about that person are words about the patient (domain.md 6).</summary>
public enum VisitFor
{
    Self,
    Child,
    OtherAdult,
}

/// <summary>An answer to a question of the page. "Not sure" counts as yes (triage.md 1.3).</summary>
public enum TriageAnswer
{
    Yes,
    No,
    NotSure,
}

/// <summary>What a visitor said. Everything but the concern may be missing, and nothing of it is trusted to be well formed.</summary>
public sealed record TriageSheet
{
    public VisitFor VisitFor { get; init; }

    public int? AgeYears { get; init; }

    /// <summary>Whole months of a small child; null where only years were said.</summary>
    public int? AgeMonths { get; init; }

    /// <summary>Booked on the cosmetic path: asked about reactions only.</summary>
    public bool Cosmetic { get; init; }

    /// <summary>A code of <see cref="TriageRules.Concerns"/>; anything else reads as "other".</summary>
    public string Concern { get; init; } = "other";

    /// <summary>Free words, English or Spanish or both. What lies beyond <see cref="LongestSymptoms"/> is not read.</summary>
    public string Symptoms { get; init; } = "";

    /// <summary>Codes of the body map; unknown ones are ignored.</summary>
    public IReadOnlyList<string> BodyAreas { get; init; } = [];

    /// <summary>hours, days, weeks, months, longer or not_sure; anything else reads as not_sure.</summary>
    public string? Onset { get; init; }

    /// <summary>By question id. The API refuses ids the rules do not know; here they are ignored.</summary>
    public IReadOnlyDictionary<string, TriageAnswer> Answers { get; init; } = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal);

    /// <summary>Below it a child may be younger than 12 weeks: its fever and its rashes are judged as those of a young baby (triage.md 1.7).</summary>
    public const int YoungBabyMonths = 3;

    /// <summary>Characters of free text that are read.</summary>
    public const int LongestSymptoms = 4000;
}
