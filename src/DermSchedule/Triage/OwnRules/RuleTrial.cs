using System.Globalization;

namespace DermSchedule.Triage;

/// <summary>How tightened rules did on the sentences that ship with the product.</summary>
/// <param name="SetVersion">Which sentences.</param>
/// <param name="RedFlags">Sentences that tell of a red flag.</param>
/// <param name="Lowered">Of those, the ones that come out lower than with the standard; none may.</param>
/// <param name="Routine">Ordinary sentences.</param>
/// <param name="Stopped">Of those, the ones that are told to call at once: at most 2 % (R-TR-2).</param>
/// <param name="Asked">Of those, the ones that are asked one more question: at most 8 % (R-TR-2).</param>
/// <param name="Urgent">Of those, the ones that are given an urgent time. For the practice to judge.</param>
public sealed record TrialFigures(string SetVersion, int RedFlags, int Lowered, int Routine, int Stopped, int Asked, int Urgent);

/// <summary>
/// Tries tightened rules before anybody meets them (R-TR-10): words that sound dangerous on paper can stop every second visitor, and a rule that stops everybody is switched off.
/// </summary>
internal static class RuleTrial
{
    public const int MostStoppedPercent = 2;

    public const int MostAskedPercent = 8;

    private const int MostWords = 6;

    private static readonly Lazy<TrialSentences> Shipped = new(RuleResources.Sentences);

    public static TrialSentences Sentences => Shipped.Value;

    /// <param name="Complaints">Why they cannot be used, in sentences; empty when they can.</param>
    public sealed record Outcome(TrialFigures Figures, IReadOnlyList<string> Complaints);

    public static Outcome Of(IReadOnlyList<Tightening> own)
    {
        var rules = TriageRules.Standard.Tightened(own);
        var lowered = Sentences.RedFlags.All.Where(sentence => IsLower(Read(rules, sentence), Read(TriageRules.Standard, sentence))).ToList();
        var routine = Sentences.Routine.All.Select(sentence => (Sentence: sentence, Read: Read(rules, sentence))).ToList();
        var stopped = routine.Where(one => one.Read.Disposition >= Disposition.SameDay).ToList();
        var asked = routine.Where(one => one.Read.Disposition < Disposition.SameDay && one.Read.Questions.Count > 0).ToList();
        var urgent = routine.Count(one => one.Read.Disposition == Disposition.Urgent);
        var figures = new TrialFigures(Sentences.Version, Sentences.RedFlags.All.Count, lowered.Count, routine.Count, stopped.Count, asked.Count, urgent);
        var complaints = new List<string>();

        if (lowered.Count > 0)
        {
            complaints.Add($"{lowered.Count} of {figures.RedFlags} sentences about red flags would come out lower than with the standard, for example: \"{lowered[0]}\".");
        }

        if (stopped.Count * 100 > MostStoppedPercent * routine.Count)
        {
            complaints.Add($"{Share(stopped.Count, routine.Count)} ordinary sentences would be told to call at once; at most {MostStoppedPercent} % may be. Words behind it: {Words(own, stopped)}.");
        }

        if (asked.Count * 100 > MostAskedPercent * routine.Count)
        {
            complaints.Add($"{Share(asked.Count, routine.Count)} ordinary sentences would be asked one more question; at most {MostAskedPercent} % may be. Words behind it: {Words(own, asked)}.");
        }

        return new Outcome(figures, complaints);
    }

    private static Assessment Read(TriageRules rules, string sentence) => Assess.Of(rules, new TriageSheet { Symptoms = sentence });

    // Who was asked and is not asked any more is let go, unless more than a question came of it.
    private static bool IsLower(Assessment tightened, Assessment standard) =>
        tightened.Disposition < standard.Disposition
        || (tightened.Disposition == standard.Disposition && standard.Questions.Count > 0 && tightened.Questions.Count == 0);

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100m * some / all:0.#} %)");

    /// <summary>The clinic's own words first; a flag that was only raised is met by the words of the sentence itself.</summary>
    private static string Words(IReadOnlyList<Tightening> own, IReadOnlyList<(string Sentence, Assessment Read)> found)
    {
        var typed = own.SelectMany(one => one.Cues).DistinctBy(ClinicRules.Cue).ToDictionary(ClinicRules.Cue, cue => cue.Trim(), StringComparer.Ordinal);
        var touched = own.Select(one => one.FlagCode).ToHashSet(StringComparer.Ordinal);
        var words =
            from one in found
            from flag in one.Read.Flags.Concat(one.Read.Considered)
            where touched.Contains(flag.Code)
            from piece in flag.Evidence
            where piece.Kind == EvidenceKind.Text
            group one by typed.GetValueOrDefault(piece.Cue) ?? one.Sentence.Substring(piece.Start, piece.Length) into same
            orderby typed.ContainsValue(same.Key) descending, same.Distinct().Count() descending, same.Key
            select $"\"{same.Key}\"";
        return string.Join(", ", words.Take(MostWords));
    }
}

/// <summary>The sentences of <c>trial.json</c>: written for the product, spoken by no patient.</summary>
internal sealed record TrialSentences(string Version, TrialLanguages Routine, TrialLanguages RedFlags);

internal sealed record TrialLanguages(IReadOnlyList<string> En, IReadOnlyList<string> Es)
{
    public IReadOnlyList<string> All { get; } = [.. En, .. Es];
}
