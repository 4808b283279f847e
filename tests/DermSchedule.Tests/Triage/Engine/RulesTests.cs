using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>The rules as data: complete in two languages, easy to read, and only ever tightened.</summary>
public sealed class RulesTests
{
    /// <summary>Sentences of a sixth grader stay below this on average.</summary>
    private const double MostWordsOnAverage = 12;

    [Fact]
    public void The_rules_say_that_nobody_has_signed_them()
    {
        Assert.Null(Sheets.Rules.SignedOffBy);
        Assert.Matches(@"^\d{4}\.\d+\.\d+$", Sheets.Rules.Version);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", Sheets.Rules.EffectiveFrom);
        Assert.Contains(Sheets.Rules.Flags, flag => flag.AwaitsSignOff);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var texts = Sheets.Rules.Questions.SelectMany(question => new[] { question.English, question.Spanish })
            .Concat(Sheets.Rules.Flags.SelectMany(flag => new[] { flag.LabelEnglish, flag.LabelSpanish }))
            .Concat(Sheets.Rules.Concerns.SelectMany(concern => new[] { concern.English, concern.Spanish }))
            .Concat(Sheets.Rules.Signs.Values.SelectMany(sign => new[] { sign.SaidEnglish(VisitFor.Self), sign.SaidEnglish(VisitFor.Child), sign.SaidEnglish(VisitFor.OtherAdult), sign.SaidSpanish }));

        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(Sheets.Rules.Questions, question => Assert.True(question.Spanish.StartsWith('¿') && question.Spanish.EndsWith('?') && question.English.EndsWith('?')));
    }

    [Fact]
    public void Questions_are_short()
    {
        static double Words(IEnumerable<string> texts) => texts.Average(text => text.Split(' ').Length);

        Assert.True(Words(Sheets.Rules.Questions.Select(question => question.English)) <= MostWordsOnAverage);
        Assert.True(Words(Sheets.Rules.Questions.Select(question => question.Spanish)) <= MostWordsOnAverage);
        Assert.All(Sheets.Rules.Questions, question => Assert.True(question.English.Split(' ').Length <= 18, question.English));
    }

    [Fact]
    public void Nobody_is_asked_more_than_eight_questions()
    {
        var sheets = from concern in Sheets.Rules.Concerns.Select(one => one.Code).Append("unheard of")
                     from cosmetic in new[] { false, true }
                     from visitFor in Enum.GetValues<VisitFor>()
                     from age in new int?[] { null, 0, 1, 9, 15, 40, 95, -3 }
                     select new TriageSheet { Concern = concern, Cosmetic = cosmetic, VisitFor = visitFor, AgeYears = age };

        Assert.All(sheets, sheet =>
        {
            var asked = Questionnaire.For(Sheets.Rules, sheet);
            Assert.InRange(asked.Count, 4, Questionnaire.Most);
            Assert.Equal(asked.Count, asked.DistinctBy(question => question.Id).Count());
            Assert.True(sheet.VisitFor != VisitFor.Child || asked.All(question => question.Id != "pregnant"));
            Assert.True(sheet.VisitFor == VisitFor.Child || asked.All(question => question.Id != "young_baby"));
        });
    }

    [Fact]
    public void A_parent_is_asked_about_the_child_in_every_question()
    {
        var asked = Sheets.Rules.Flags.SelectMany(flag => flag.Combos).SelectMany(combo => combo.All.SelectMany(any => any).Concat(combo.Ask))
            .Concat(Sheets.Rules.Concerns.SelectMany(concern => concern.Questions)).Concat(Sheets.Rules.BabyQuestions).Distinct(StringComparer.Ordinal)
            .Select(code => Sheets.Rules.Signs[code].QuestionFor(VisitFor.Child).English);

        Assert.All(asked, question => Assert.Contains("your child", question, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_clinic_may_raise_a_flag_and_add_words()
    {
        var rules = Sheets.Rules.Tightened([new Tightening("shingles", Disposition.Emergency, ["zebra stripes"], ["rayas de cebra"])]);

        Assert.Equal(Disposition.Emergency, Assess.Of(rules, Sheets.Answered("shingles")).Disposition);
        Assert.Equal(Disposition.Emergency, Assess.Of(rules, new TriageSheet { Symptoms = "I have zebra stripes on my back" }).Disposition);
        Assert.Equal(Disposition.Emergency, Assess.Of(rules, new TriageSheet { Symptoms = "tengo rayas de cebra" }).Disposition);
        Assert.NotEmpty(Assess.Of(rules, new TriageSheet { Symptoms = "no zebra stripes" }).Questions);
        Assert.Equal(Disposition.Routine, Sheets.Says("I have zebra stripes on my back").Disposition);
        Assert.NotEqual(Sheets.Rules.Version, rules.Version);
    }

    [Theory]
    [InlineData("shingles", Disposition.Urgent, "words here")]
    [InlineData("anaphylaxis", Disposition.Routine, "words here")]
    [InlineData("purple_spots", Disposition.SameDay, "words here")]
    [InlineData("no such flag", Disposition.Emergency, "words here")]
    [InlineData("shingles", null, "x")]
    [InlineData("shingles", null, "....")]
    [InlineData("shingles", null, null)]
    public void Loosening_and_empty_words_are_refused_with_a_sentence(string flag, Disposition? to, string? cue)
    {
        var tightening = new Tightening(flag, to, cue is null ? [] : [cue], []);

        Assert.All(TriageRules.Check(tightening), sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.NotEmpty(TriageRules.Check(tightening));
        Assert.Throws<ArgumentException>(() => Sheets.Rules.Tightened([tightening]));
    }

    [Fact]
    public void Tightening_never_lowers_anybody()
    {
        var rules = Sheets.Rules.Tightened([new Tightening("skin_infection", Disposition.Emergency, ["angry skin"], []), new Tightening("changing_spot", Disposition.SameDay, [], ["mancha rara"])]);

        Assert.All(Sheets.Corpus("Corpus", "en").Concat(Sheets.Corpus("Corpus", "es")), sentence =>
            Assert.True(Assess.Of(rules, new TriageSheet { Symptoms = sentence.Text, VisitFor = sentence.VisitFor }).Disposition >= sentence.Read().Disposition, sentence.Text));
    }
}
