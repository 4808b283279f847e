namespace DermSchedule.Triage;

/// <summary>A clinic's own addition to the standard rules. It may make a flag rise sooner, never later (triage.md 1.6).</summary>
/// <param name="RaiseTo">The least this flag is worth here; null leaves it.</param>
/// <param name="EnglishCues">Further words that raise the flag, as a patient would write them.</param>
public sealed record Tightening(string FlagCode, Disposition? RaiseTo, IReadOnlyList<string> EnglishCues, IReadOnlyList<string> SpanishCues)
{
    /// <summary>Cues of one tightening; more would be a rule set of its own.</summary>
    public const int MostCues = 40;

    /// <summary>Characters of a cue.</summary>
    public const int LongestCue = 80;

    /// <summary>Below this a cue would be found in half of all texts.</summary>
    public const int ShortestCue = 4;

    internal IEnumerable<string> Cues => EnglishCues.Concat(SpanishCues);
}
