using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>Sheets as a visitor would fill them, and the words of the corpus.</summary>
internal static class Sheets
{
    public static TriageRules Rules => TriageRules.Standard;

    public static Assessment Says(string symptoms, VisitFor visitFor = VisitFor.Self) => Assess.Of(Rules, new TriageSheet { Symptoms = symptoms, VisitFor = visitFor });

    public static TriageSheet Answered(params string[] yes) => new() { Answers = yes.ToDictionary(id => id, _ => TriageAnswer.Yes, StringComparer.Ordinal) };

    public static Assessment Answers(params string[] yes) => Assess.Of(Rules, Answered(yes));

    /// <param name="set">
    /// <c>Corpus</c>, <c>Wordings</c> and <c>Siblings</c>, which the rules were written with, or <c>HeldOut</c>, <c>Blind</c>, <c>FreshA</c> and <c>FreshB</c>, which somebody else labelled. Each of these was measured once
    /// before a rule was mended by it (docs/decisions/0020); none says any more how the rules do on words nobody has seen.
    /// </param>
    /// <param name="language"><c>en</c> or <c>es</c>.</param>
    public static IReadOnlyList<Sentence> Corpus(string set, string language) =>
    [
        .. File.ReadLines(Path.Combine(Architecture.Repository.Root, "tests", "DermSchedule.Tests", "Triage", "Engine", set, language + ".tsv")).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(cell => new Sentence(cell[0], cell[1].Split(','), For(cell[2]), cell[3])),
    ];

    private static VisitFor For(string cell) => cell switch { "child" => VisitFor.Child, "other_adult" => VisitFor.OtherAdult, _ => VisitFor.Self };
}

/// <summary>One labelled sentence.</summary>
/// <param name="Expected">stop, same_day, ask, urgent or routine.</param>
internal sealed record Sentence(string Expected, IReadOnlyList<string> Tags, VisitFor VisitFor, string Text)
{
    public Assessment Read() => Sheets.Says(Text, VisitFor);

    public bool IsRed => Expected is "stop" or "same_day";
}
