using System.Text.RegularExpressions;
using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>Whoever answers for a child or for another adult is asked about them, and not about herself; and each age is asked what fits it.</summary>
public sealed partial class OthersTests
{
    private static readonly VisitFor[] Others = [VisitFor.Child, VisitFor.OtherAdult];

    [Fact]
    public void No_sentence_about_another_person_says_you() => Assert.All(Sheets.Rules.Signs.Values, sign => Assert.All(Others, visitFor =>
    {
        Assert.DoesNotMatch(You(), Named(sign.QuestionFor(visitFor).English));
        Assert.DoesNotMatch(You(), Named(sign.SaidEnglish(visitFor)));
        Assert.True(sign.QuestionFor(visitFor).English.Split(' ').Length <= 18, sign.QuestionFor(visitFor).English);
        Assert.EndsWith("?", sign.QuestionFor(visitFor).English, StringComparison.Ordinal);
    }));

    /// <summary>Spanish speaks to somebody and about somebody in the same form, as long as nobody is named.</summary>
    [Fact]
    public void No_Spanish_sentence_names_the_reader() => Assert.All(Sheets.Rules.Signs.Values, sign =>
    {
        Assert.DoesNotContain("usted", sign.Question.Spanish, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("usted", sign.SaidSpanish, StringComparison.OrdinalIgnoreCase);
    });

    [Theory]
    [InlineData(VisitFor.Self, "Do you have a fever or chills?", "you have a fever or chills")]
    [InlineData(VisitFor.Child, "Does your child have a fever or chills?", "your child has a fever or chills")]
    [InlineData(VisitFor.OtherAdult, "Do they have a fever or chills?", "they have a fever or chills")]
    public void The_person_of_the_visit_is_named_in_questions_and_reasons(VisitFor visitFor, string question, string said)
    {
        var sheet = new TriageSheet { VisitFor = visitFor, AgeYears = 30, Concern = "rash" };
        var answered = sheet with { Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal) { ["fever"] = TriageAnswer.Yes } };
        var open = Assess.Of(Sheets.Rules, sheet with { Symptoms = "maybe a fever and a rash" }).Questions;

        Assert.Contains(question, Questionnaire.For(Sheets.Rules, sheet).Select(one => one.English));
        Assert.Contains(question, open.Select(one => one.English));
        Assert.Contains(said, Assess.Of(Sheets.Rules, answered).Flags.Single(flag => flag.Code == "ill_rash").SignEnglish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisitFor.Child, "Your child should be seen within 14 days.", "take your child to")]
    [InlineData(VisitFor.OtherAdult, "The patient should be seen within 14 days.", "take the patient to")]
    [InlineData(VisitFor.Self, "You should be seen within 14 days.", "take you to")]
    public void What_is_told_is_about_the_patient(VisitFor visitFor, string urgent, string emergency)
    {
        Assert.Contains(urgent, Told("spot_changed", visitFor), StringComparison.Ordinal);
        Assert.Contains(emergency, Told("breathing", visitFor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisitFor.Child, 9, false)]
    [InlineData(VisitFor.Child, 10, true)]
    [InlineData(VisitFor.Child, null, true)]
    [InlineData(VisitFor.Self, null, true)]
    [InlineData(VisitFor.OtherAdult, 70, true)]
    public void A_small_child_is_not_asked_about_self_harm_and_others_are_asked_last(VisitFor visitFor, int? age, bool isAsked) => Assert.All(["acne", "medicine"], concern =>
    {
        var asked = Questionnaire.For(Sheets.Rules, new TriageSheet { Concern = concern, VisitFor = visitFor, AgeYears = age }).Select(question => question.Id).ToList();

        Assert.Equal(isAsked ? asked.Count - 1 : -1, asked.IndexOf("self_harm"));
    });

    [Fact]
    public void A_baby_is_asked_about_as_a_baby_first() => Assert.All(Sheets.Rules.Concerns, concern =>
    {
        var asked = Questionnaire.For(Sheets.Rules, new TriageSheet { Concern = concern.Code, VisitFor = VisitFor.Child, AgeYears = 0 }).Select(question => question.Id);

        Assert.Equal(["young_baby", "fever", "wide_rash"], asked.Take(3));
    });

    private static string Told(string sign, VisitFor visitFor)
    {
        var door = new ClinicDoor(IsOpen: true, "+13055550100", AfterHoursPhone: null);
        return TriageWords.Told(Assess.Of(Sheets.Rules, Sheets.Answered(sign) with { VisitFor = visitFor }), hasContact: false, UrgentTime.Offered, door, "en");
    }

    private static string Named(string sentence) => sentence.Replace("your child", "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\byou(r|rs|rself)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex You();
}
