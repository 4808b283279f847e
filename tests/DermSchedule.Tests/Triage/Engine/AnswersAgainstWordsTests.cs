using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>What holds when words and answers disagree: the highest wins (domain.md 6), and "not sure" is a yes (triage.md 1.3).</summary>
public sealed class AnswersAgainstWordsTests
{
    [Theory]
    [InlineData("The mole got darker", Disposition.Urgent, "spot_color")]
    [InlineData("I have pus and fever in my wound", Disposition.SameDay, null)]
    [InlineData("I can't breathe", Disposition.Emergency, "breathing")]
    [InlineData("El lunar se puso más oscuro", Disposition.Urgent, "spot_color")]
    [InlineData("Quiero morirme", Disposition.Emergency, null)]
    public void Words_that_affirm_outlive_a_no(string words, Disposition expected, string? question) =>
        Assert.Equal(expected, Denied(words, question).Disposition);

    [Theory]
    [InlineData("I think my mole got darker", "spot_color")]
    [InlineData("No trouble breathing", "breathing")]
    [InlineData("Last year I had trouble breathing", "breathing")]
    [InlineData("No tengo fiebre", "fever")]
    public void A_no_settles_what_was_denied_in_doubt_or_long_ago(string words, string question)
    {
        var settled = Denied(words, question);

        Assert.Equal(Disposition.Routine, settled.Disposition);
        Assert.DoesNotContain(settled.Questions, open => open.Id == question);
    }

    /// <summary>Doubt counts below a call on the same day, and so does doubt about the person's own risk; both are settled by a "no".</summary>
    [Fact]
    public void Saying_no_to_everything_never_lowers_what_was_affirmed() =>
        Assert.All(Sheets.Corpus("Corpus", "en").Concat(Sheets.Corpus("Corpus", "es")), sentence =>
        {
            var affirmed = sentence.Read().Flags.Where(IsAffirmed).Select(flag => flag.Disposition).DefaultIfEmpty(Disposition.Routine).Max();

            Assert.True(Denied(sentence.Text, null, sentence.VisitFor).Disposition >= affirmed, sentence.Text);
        });

    [Fact]
    public void Not_sure_counts_as_yes()
    {
        // One question asks for no fact: WorryTests say what "not sure" is worth there.
        var alone = Sheets.Rules.Questions.Where(question => !Sheets.Rules.Signs[question.Id].IsVague).Select(question => new[] { question.Id });
        var together = new[] { new[] { "rash", "fever" }, ["procedure", "oozing"], ["injection", "sight"], ["young_baby", "fever"], ["immune", "shingles"], ["spot_large", "spot_red", "spot_feels"] };
        var raised = 0;

        Assert.All(alone.Concat(together), signs =>
        {
            var yes = All(signs, TriageAnswer.Yes).Disposition;
            raised += yes > Disposition.Routine ? 1 : 0;
            Assert.Equal(yes, All(signs, TriageAnswer.NotSure).Disposition);
            Assert.Equal(Disposition.Routine, All(signs, TriageAnswer.No).Disposition);
        });
        Assert.InRange(raised, 30, int.MaxValue);
    }

    [Theory]
    [InlineData("No trouble breathing", "breathing", Disposition.Emergency)]
    [InlineData("No tengo pus en la herida", "wound_infected", Disposition.SameDay)]
    [InlineData("My mole did not change", "spot_changed", Disposition.Urgent)]
    public void Not_sure_raises_what_the_words_denied(string words, string question, Disposition expected)
    {
        var sheet = new TriageSheet { Symptoms = words, Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { [question] = TriageAnswer.NotSure } };

        Assert.Equal(Disposition.Routine, Sheets.Says(words).Disposition);
        Assert.Equal(expected, Assess.Of(Sheets.Rules, sheet).Disposition);
    }

    private static bool IsAffirmed(TriageFlag flag) => flag.Evidence.All(piece => piece.Reading == Reading.Affirmed);

    private static Assessment All(string[] signs, TriageAnswer answer) =>
        Assess.Of(Sheets.Rules, new TriageSheet { Answers = signs.ToDictionary(id => id, _ => answer, StringComparer.Ordinal) });

    private static Assessment Denied(string words, string? question, VisitFor visitFor = VisitFor.Self)
    {
        var asked = question is null ? Sheets.Rules.Questions.Select(one => one.Id) : [question];
        return Assess.Of(Sheets.Rules, new TriageSheet { Symptoms = words, VisitFor = visitFor, Answers = asked.ToDictionary(id => id, _ => TriageAnswer.No, StringComparer.Ordinal) });
    }
}
