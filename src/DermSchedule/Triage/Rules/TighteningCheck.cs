namespace DermSchedule.Triage;

/// <summary>Says in plain sentences why a tightening cannot be used.</summary>
internal static class TighteningCheck
{
    public static IReadOnlyList<string> Of(TriageRules standard, Tightening tightening)
    {
        if (standard.Flags.FirstOrDefault(flag => flag.Code == tightening.FlagCode) is not { } flag)
        {
            return ["There is no red flag with this code."];
        }

        var complaints = new List<string>();
        if (tightening.RaiseTo is { } raised && (raised < flag.Disposition || !Enum.IsDefined(raised)))
        {
            complaints.Add($"The flag \"{flag.LabelEnglish}\" may be raised, not lowered.");
        }

        if (tightening.RaiseTo is null && !tightening.Cues.Any())
        {
            complaints.Add("Say what to raise, or which words to add.");
        }

        if (tightening.Cues.Count() > Tightening.MostCues)
        {
            complaints.Add($"At most {Tightening.MostCues} cues can be added to one flag.");
        }

        complaints.AddRange(tightening.Cues.Where(cue => !IsReadable(cue)).Select(_ => $"A cue needs {Tightening.ShortestCue} to {Tightening.LongestCue} characters and at least one word.").Take(1));
        return complaints;
    }

    private static bool IsReadable(string? cue) =>
        cue?.Trim().Length is >= Tightening.ShortestCue and <= Tightening.LongestCue && ClinicRules.Words(cue) is { Count: > 0 } words && words.Sum(word => word.Length) >= Tightening.ShortestCue;
}
