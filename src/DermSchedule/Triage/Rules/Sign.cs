namespace DermSchedule.Triage;

/// <summary>One thing a person may have: the smallest piece that is asked, read in the text, and combined into flags.</summary>
internal sealed class Sign(SignRow row, Lexicon lexicon)
{
    public string Code => row.Code;

    public string SaidEnglish => row.SaidEn;

    public string SaidSpanish => row.SaidEs;

    public bool Timeless => row.Timeless;

    public IReadOnlyList<string> Areas { get; } = row.Areas ?? [];

    public TriageQuestion Question { get; } = new(row.Code, row.AskEn, row.AskEs);

    public IReadOnlyList<CuePattern> Cues { get; } = [.. row.Cues.Select(cue => new CuePattern(cue, lexicon))];

    public IReadOnlyList<CuePattern> DoubtfulCues { get; } = [.. (row.Doubt ?? []).Select(cue => new CuePattern(cue, lexicon))];

    /// <summary>A baby's question is for children, one about pregnancy for those who can be.</summary>
    public bool Fits(TriageSheet sheet) => row.People switch
    {
        "baby" => sheet.VisitFor == VisitFor.Child && (sheet.AgeMonths is { } months ? months < TriageSheet.YoungBabyMonths : sheet.AgeYears is null or 0),
        "adult" => sheet.VisitFor != VisitFor.Child && sheet.AgeYears is null or (>= 10 and <= 60),
        _ => true,
    };
}
