namespace DermSchedule.Triage;

/// <summary>One thing a person may have: the smallest piece that is asked, read in the text, and combined into flags.</summary>
internal sealed class Sign(SignRow row, Lexicon lexicon)
{
    private const int TenYears = 10;

    public string Code => row.Code;

    public string SaidSpanish => row.SaidEs;

    public bool Timeless => row.Timeless;

    /// <summary>"I think" and "maybe" do not lower it.</summary>
    public bool Grave => row.Grave;

    /// <summary>"Not sure" raises by one level only, as nothing certain was asked (triage.md 1.3).</summary>
    public bool IsVague => row.Vague;

    public IReadOnlyList<string> Areas { get; } = row.Areas ?? [];

    /// <summary>As the patient is asked.</summary>
    public TriageQuestion Question { get; } = new(row.Code, row.AskEn, row.AskEs);

    public IReadOnlyList<CuePattern> Cues { get; } = [.. row.Cues.Select(cue => new CuePattern(cue, lexicon))];

    public IReadOnlyList<CuePattern> DoubtfulCues { get; } = [.. (row.Doubt ?? []).Select(cue => new CuePattern(cue, lexicon))];

    /// <summary>The same question to whoever answers for this patient: "your child", "they".</summary>
    public TriageQuestion QuestionFor(VisitFor visitFor) => Wording(visitFor) is { } other ? Question with { English = other.Ask } : Question;

    public string SaidEnglish(VisitFor visitFor) => Wording(visitFor)?.Said ?? row.SaidEn;

    private WordingRow? Wording(VisitFor visitFor) => visitFor switch { VisitFor.Child => row.Child, VisitFor.OtherAdult => row.Adult, _ => null };

    /// <summary>A baby's question is for children, one about pregnancy for those who can be.</summary>
    public bool Fits(TriageSheet sheet) => row.People switch
    {
        "baby" => sheet is { VisitFor: VisitFor.Child, AgeMonths: null, AgeYears: null or 0 },
        "ten_up" => sheet.VisitFor != VisitFor.Child || sheet.AgeYears is null or >= TenYears,
        "adult" => sheet.VisitFor != VisitFor.Child && sheet.AgeYears is null or (>= TenYears and <= 60),
        _ => true,
    };
}
