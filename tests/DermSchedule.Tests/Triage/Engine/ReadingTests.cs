using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>Who is meant, how sure, and how it was denied.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("My baby is six weeks old and has a fever.")]
    [InlineData("Mi bebé tiene seis semanas y tiene fiebre.")]
    [InlineData("our son is 3 weeks old. He has a fever")]
    [InlineData("El bebé de mi hermana tiene un mes y tiene fiebre")]
    public void The_fever_of_a_young_baby_counts_whoever_the_visit_is_for(string text) =>
        Assert.All(Enum.GetValues<VisitFor>(), visitFor => Assert.Equal(Disposition.Emergency, Sheets.Says(text, visitFor).Disposition));

    [Theory]
    [InlineData("Nursing a newborn and my hands are dry and cracked")]
    [InlineData("had a baby six weeks ago, hair is falling out")]
    [InlineData("tengo un bebé de un mes y se me está cayendo el pelo")]
    public void A_healthy_baby_is_no_reason_to_ask(string text) => Nothing(text);

    [Theory]
    [InlineData("The ER said it might be Stevens-Johnson", Disposition.Emergency)]
    [InlineData("El doctor cree que a lo mejor es meningitis", Disposition.Emergency)]
    [InlineData("I think it might be meningitis", Disposition.Routine)]
    [InlineData("I think I want to die", Disposition.Emergency)]
    [InlineData("a veces pienso que mi familia estaría mejor sin mí", Disposition.Emergency)]
    public void What_a_doctor_thinks_maybe_is_believed_and_what_somebody_thinks_of_dying(string text, Disposition expected) => Assert.Equal(expected, Sheets.Says(text).Disposition);

    [Theory]
    [InlineData("Stitches out on Thursday, no redness, no pus, no pain")]
    [InlineData("control de herida, sin enrojecimiento, sin pus, sin dolor")]
    public void A_list_of_things_denied_leads_to_no_call(string text) => Nothing(text);

    [Fact]
    public void A_list_of_things_denied_still_leads_to_the_question_of_an_emergency() =>
        Assert.Equal(["breathing"], Sheets.Says("no swelling, no hives, no trouble breathing").Questions.Select(question => question.Id).Where(id => id == "breathing"));

    [Fact]
    public void One_thing_denied_is_asked_about() => Assert.NotEmpty(Sheets.Says("my leg is not hot and swollen and red").Questions);

    [Theory]
    [InlineData("Is it normal to see double since my Botox yesterday?", Disposition.Emergency)]
    [InlineData("Can Botox make you see double?", Disposition.Routine)]
    public void Whether_it_is_normal_tells_that_it_happens(string text, Disposition expected) => Assert.Equal(expected, Sheets.Says(text).Disposition);

    private static void Nothing(string text)
    {
        var read = Sheets.Says(text);

        Assert.Equal(Disposition.Routine, read.Disposition);
        Assert.Empty(read.Questions);
    }
}
