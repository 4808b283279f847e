using System.Globalization;
using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>The gates of triage.md (R-TR-1 to R-TR-3) on the labelled sentences. Every miss is listed, so that a rule can be mended and not only a figure.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Labelled = ["Corpus", "HeldOut", "Blind", "FreshA", "FreshB"];

    /// <summary>Labelled by rows of the table, with words that are denied, doubtful or of the past.</summary>
    public static TheoryData<string, string> Sets => In(Labelled);

    /// <summary>
    /// With <c>Wordings</c>: other ways to say what the table says, many of them so indirect that a question is the best answer. And with <c>Siblings</c>: relatives of what was missed in
    /// <c>FreshB</c>, and for each row of the table everyday sentences that sound like it.
    /// </summary>
    public static TheoryData<string, string> AllSets => In([.. Labelled, "Wordings", "Siblings"]);

    [Theory, MemberData(nameof(AllSets))]
    public void Red_flags_stop_or_are_asked_about(string set, string language) =>
        AtMost(0.01, Sheets.Corpus(set, language).Where(sentence => sentence.IsRed), read => read.Disposition < Disposition.SameDay && read.Questions.Count == 0, "red flags missed");

    [Theory, MemberData(nameof(Sets))]
    public void Most_emergencies_stop_at_once(string set, string language) =>
        AtMost(0.05, Sheets.Corpus(set, language).Where(sentence => sentence.Expected == "stop"), read => read.Disposition < Disposition.Emergency, "emergencies only asked about");

    [Theory, MemberData(nameof(AllSets))]
    public void Routine_words_do_not_stop_anybody(string set, string language) =>
        AtMost(0.02, Routine(set, language), read => read.Disposition == Disposition.Emergency, "false stops");

    [Theory, MemberData(nameof(AllSets))]
    public void Routine_words_rarely_lead_to_another_question(string set, string language) =>
        AtMost(0.08, Routine(set, language), read => read.Questions.Count > 0 || read.Disposition >= Disposition.SameDay, "extra questions or calls");

    [Theory, MemberData(nameof(Sets))]
    public void What_is_denied_does_not_stop_anybody(string set, string language) =>
        AtMost(0.05, Sheets.Corpus(set, language).Where(sentence => sentence.Tags.Contains("negated") && sentence.Expected != "stop"), read => read.Disposition == Disposition.Emergency, "denied and stopped");

    [Theory, MemberData(nameof(Sets))]
    public void A_changing_spot_is_seen_soon(string set, string language) =>
        AtMost(0.05, Sheets.Corpus(set, language).Where(sentence => sentence.Expected == "urgent"), read => read.Disposition < Disposition.Urgent, "spots missed");

    [Fact]
    public void The_corpus_is_large_enough_to_mean_something()
    {
        var english = Sheets.Corpus("Corpus", "en");
        var spanish = Sheets.Corpus("Corpus", "es");

        Assert.True(english.Count >= 300, $"{english.Count} English sentences.");
        Assert.True(spanish.Count >= 150, $"{spanish.Count} Spanish sentences.");
        Assert.All(["negated", "misspelt", "history", "other_person", "idiom", "uncertain", "long"], tag =>
            Assert.Contains(english.Concat(spanish), sentence => sentence.Tags.Contains(tag)));
    }

    private static TheoryData<string, string> In(IEnumerable<string> sets)
    {
        var rows = new TheoryData<string, string>();
        foreach (var set in sets)
        {
            rows.Add(set, "en");
            rows.Add(set, "es");
        }

        return rows;
    }

    private static IEnumerable<Sentence> Routine(string set, string language) => Sheets.Corpus(set, language).Where(sentence => sentence.Expected == "routine");

    private static void AtMost(double share, IEnumerable<Sentence> sentences, Func<Assessment, bool> isWrong, string what)
    {
        var all = sentences.ToList();
        var wrong = all.Where(sentence => isWrong(sentence.Read())).Select(sentence => $"  {sentence.Expected} [{string.Join(',', sentence.Tags)}] {sentence.Text}").ToList();
        var figure = string.Create(CultureInfo.InvariantCulture, $"{what}: {wrong.Count} of {all.Count} (gate {share:P0})");
        TestContext.Current.TestOutputHelper?.WriteLine(figure);

        Assert.NotEmpty(all);
        Assert.True(wrong.Count <= share * all.Count, figure + "\n" + string.Join('\n', wrong));
    }
}
