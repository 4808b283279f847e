using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>How answers, words and the person's own risk come together.</summary>
public sealed class AssessTests
{
    [Theory]
    [InlineData("immune", "hot_spreading", Disposition.SameDay)]
    [InlineData("transplant", "shingles", Disposition.SameDay)]
    [InlineData("pregnant", "rash fever", Disposition.SameDay)]
    [InlineData("diabetes foot_leg", "hot_spreading", Disposition.SameDay)]
    [InlineData("blood_thinner", "bled", Disposition.Urgent)]
    [InlineData("blood_thinner", "procedure oozing", Disposition.SameDay)]
    public void A_risk_of_the_person_raises_the_flag_by_one(string risk, string signs, Disposition without)
    {
        Assert.Equal(without, Sheets.Answers(signs.Split(' ')).Disposition);

        var with = Sheets.Answers([.. signs.Split(' '), .. risk.Split(' ')]);

        Assert.Equal(without + 1, with.Disposition);
        Assert.Contains(with.Flags[0].Evidence, piece => piece.Kind == EvidenceKind.Modifier && piece.ReasonEnglish.Contains("Raised by one step", StringComparison.Ordinal));
    }

    [Fact]
    public void Diabetes_raises_an_infection_of_the_foot_and_no_other()
    {
        Assert.Equal(Disposition.SameDay, Sheets.Answers("diabetes", "hot_spreading").Disposition);
        Assert.Equal(Disposition.Emergency, Assess.Of(Sheets.Rules, Sheets.Answered("diabetes", "hot_spreading") with { BodyAreas = ["feet", "moon"] }).Disposition);
    }

    [Theory]
    [InlineData("spot_grew", 2, 1)]
    [InlineData("spot_large spot_red", 2, 1)]
    [InlineData("spot_grew spot_large", 3, 2)]
    [InlineData("spot_large spot_red spot_bled", 3, 1)]
    [InlineData("spot_grew spot_shape spot_color spot_large spot_red spot_bled spot_feels", 10, 5)]
    public void The_points_of_a_spot_add_up(string signs, int seven, int letters)
    {
        var lesion = Sheets.Answers(signs.Split(' ')).Lesion!;

        Assert.Equal((seven, letters), (lesion.SevenPoint, lesion.Abcde));
    }

    [Fact]
    public void Two_points_are_routine_and_three_are_not()
    {
        Assert.Equal(Disposition.Routine, Sheets.Answers("spot_large", "spot_red").Disposition);

        var three = Sheets.Answers("spot_large", "spot_red", "spot_feels");

        Assert.Equal(Disposition.Urgent, three.Disposition);
        Assert.Contains(three.Flags[0].Evidence, piece => piece.Kind == EvidenceKind.Score);
        Assert.Equal("lesion_urgent", three.Recommendations[0]);
    }

    [Fact]
    public void A_no_settles_what_the_words_left_open_and_keeps_them()
    {
        var open = Sheets.Says("I think my lips are swollen");
        var settled = Assess.Of(Sheets.Rules, new TriageSheet { Symptoms = "I think my lips are swollen", Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { ["swollen_face"] = TriageAnswer.No } });
        var confirmed = Assess.Of(Sheets.Rules, new TriageSheet { Symptoms = "I think my lips are swollen", Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { ["swollen_face"] = TriageAnswer.NotSure } });

        Assert.Equal("swollen_face", Assert.Single(open.Questions).Id);
        Assert.Equal(Disposition.Routine, open.Disposition);
        Assert.Empty(settled.Questions);
        Assert.Contains(Assert.Single(settled.Considered, flag => flag.Code == "anaphylaxis").Evidence, piece => piece.Kind == EvidenceKind.Text && piece.Reading == Reading.Uncertain);
        Assert.Equal(Disposition.Emergency, confirmed.Disposition);
    }

    [Fact]
    public void Evidence_points_at_the_words_as_they_were_typed()
    {
        const string Typed = "Buenos días 🙂 — tengo los LABIOS  hinchádos, ayuda";

        var piece = Sheets.Says(Typed).Flags.Single(flag => flag.Code == "anaphylaxis").Evidence[0];

        Assert.Equal("LABIOS  hinchádos", Typed.Substring(piece.Start, piece.Length));
        Assert.Equal(("symptoms", EvidenceKind.Text, Reading.Affirmed), (piece.Source, piece.Kind, piece.Reading));
        Assert.Contains("LABIOS  hinchádos", piece.ReasonEnglish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my son can't breathe", VisitFor.Child, Disposition.Emergency)]
    [InlineData("my son can't breathe", VisitFor.Self, Disposition.Routine)]
    [InlineData("my mother can't breathe", VisitFor.OtherAdult, Disposition.Emergency)]
    [InlineData("my mother had trouble breathing", VisitFor.Self, Disposition.Routine)]
    [InlineData("mi hija no puede respirar", VisitFor.Child, Disposition.Emergency)]
    public void Words_about_the_person_of_the_visit_are_about_the_patient(string text, VisitFor visitFor, Disposition expected) =>
        Assert.Equal(expected, Sheets.Says(text, visitFor).Disposition);

    [Theory]
    [InlineData("self_harm", Help.Lifeline988)]
    [InlineData("poison", Help.PoisonControl)]
    [InlineData("breathing", Help.Emergency911)]
    [InlineData("shingles", Help.Clinic)]
    public void Each_flag_names_the_number_that_helps(string sign, Help help) => Assert.Equal(help, Sheets.Answers(sign).Flags[0].Help);

    [Theory]
    [InlineData("other", "my mole changed", "lesion_urgent")]
    [InlineData("acne", "", "acne")]
    [InlineData("other", "hair loss for two years", "hair_nails")]
    [InlineData("other", "I have dandruff and my scalp itches", "hair_nails")]
    [InlineData("other", "tengo caspa y me pica la cabeza", "hair_nails")]
    [InlineData("other", "my itchy scalp has flakes that snow on my shirt", "hair_nails")]
    [InlineData("other", "me pica mucho el cuero cabelludo y se descama", "hair_nails")]
    [InlineData("no such thing", "", "other")]
    [InlineData("rash", "", "rash")]
    [InlineData("follow_up", "", "procedure_follow_up")]
    public void A_fitting_visit_comes_first(string concern, string text, string expected) =>
        Assert.Equal(expected, Assess.Of(Sheets.Rules, new TriageSheet { Concern = concern, Symptoms = text }).Recommendations[0]);

    [Fact]
    public void A_young_baby_is_asked_after_by_age()
    {
        var sheet = new TriageSheet { VisitFor = VisitFor.Child, AgeYears = 0, Symptoms = "fever since last night" };

        Assert.Contains(Assess.Of(Sheets.Rules, sheet).Questions, question => question.Id == "young_baby");
    }

    [Theory]
    [InlineData(0, Disposition.Emergency, false)]
    [InlineData(2, Disposition.Emergency, false)]
    [InlineData(3, Disposition.Routine, false)]
    [InlineData(11, Disposition.Routine, false)]
    [InlineData(null, Disposition.Routine, true)]
    public void A_baby_is_known_by_its_months_and_is_asked_after_only_without_them(int? months, Disposition expected, bool asked)
    {
        var sheet = new TriageSheet { VisitFor = VisitFor.Child, AgeYears = 0, AgeMonths = months, Symptoms = "fever since last night" };

        var assessment = Assess.Of(Sheets.Rules, sheet);

        Assert.Equal(expected, assessment.Disposition);
        Assert.Equal(asked, assessment.Questions.Concat(Questionnaire.For(Sheets.Rules, sheet with { Concern = "rash" })).Any(question => question.Id == "young_baby"));
    }
}
