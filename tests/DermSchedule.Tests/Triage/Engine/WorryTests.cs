using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>The second net: words that together sound like danger lead to one question where no cue knows them, and to nothing else.</summary>
public sealed class WorryTests
{
    private const string Question = "may_not_wait";

    [Theory]
    [InlineData("woke up scared, the whole thing is throbbing and it went weird and dark and it gets worse and worse")]
    [InlineData("raw and burning like mad since last night, it weeps and there is more of it every time I look")]
    [InlineData("amanecí con eso morado, me late y cada vez está peor y me asusta")]
    public void Many_words_of_danger_ask_one_question(string text)
    {
        var read = Sheets.Says(text);

        Assert.True(read.Disposition < Disposition.SameDay, read.Disposition.ToString());
        Assert.Equal(Question, Assert.Single(read.Questions).Id);
        var piece = read.Considered.Single(flag => flag.Code == Question).Evidence.Single();
        Assert.Equal((Reading.Uncertain, EvidenceKind.Text), (piece.Reading, piece.Kind));
        Assert.Matches(@"\+\d.*: \d+ points, \d+ are enough", piece.Cue);
    }

    [Theory]
    [InlineData("I would like a cream for the dark spots my acne left")]
    [InlineData("refill of my tretinoin and a question about my bill")]
    [InlineData("quisiera una cita para las manchas y las verrugas de siempre")]
    public void Everyday_words_ask_nothing(string text) => Assert.Empty(Sheets.Says(text).Questions);

    [Fact]
    public void Where_a_cue_knows_what_to_ask_the_net_is_silent() =>
        Assert.DoesNotContain(Sheets.Says("I think my tongue is swollen, it throbs and gets worse and I am scared").Questions, question => question.Id == Question);

    [Fact]
    public void A_yes_means_a_call_on_the_same_day_and_words_alone_never_do()
    {
        Assert.Equal(Disposition.SameDay, Sheets.Answers(Question).Disposition);
        Assert.Equal(Disposition.Routine, Sheets.Says("woke up scared, the whole thing is throbbing and it went weird and dark and it gets worse and worse").Disposition);
    }

    [Fact]
    public void Not_sure_is_one_level_up_and_no_call()
    {
        var (yes, unsure) = (Answer(TriageAnswer.Yes), Answer(TriageAnswer.NotSure));

        Assert.Equal((Disposition.SameDay, Disposition.Urgent), (yes.Disposition, unsure.Disposition));
        Assert.Empty(unsure.Questions);
        Assert.Equal(Disposition.Routine, Answer(TriageAnswer.No).Disposition);
    }

    [Theory]
    [InlineData("The brown spot on my arm got darker and the edge looks uneven. No bleeding.")]
    [InlineData("woke up scared, the whole thing is throbbing and it went weird and dark and it gets worse and worse")]
    public void A_spot_has_questions_of_its_own_and_is_not_asked_about_the_rest(string text)
    {
        var chosen = Assess.Of(Sheets.Rules, new TriageSheet { Concern = "spot", Symptoms = text });

        Assert.DoesNotContain(chosen.Questions, question => question.Id == Question);
    }

    [Theory]
    [InlineData("spot_grew")]
    [InlineData("spot_bled")]
    [InlineData("spot_large", "spot_red", "spot_feels")]
    public void Who_is_seen_within_14_days_for_a_spot_is_not_asked_about_the_rest(params string[] yes)
    {
        var sheet = Sheets.Answered(yes) with { Symptoms = "woke up scared, the whole thing is throbbing and it went weird and dark and it gets worse and worse" };

        Assert.Equal(Disposition.Urgent, Assess.Of(Sheets.Rules, sheet).Disposition);
        Assert.Empty(Assess.Of(Sheets.Rules, sheet).Questions);
    }

    private static Assessment Answer(TriageAnswer answer) => Assess.Of(Sheets.Rules, new TriageSheet
    {
        Symptoms = "woke up scared, the whole thing is throbbing and it went weird and dark and it gets worse and worse",
        Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { [Question] = answer },
    });
}
