using DermSchedule.Triage;

namespace DermSchedule.Tests.Triage.Rules;

/// <summary>A date belongs to the thing beside it: a drug, an operation or a photo of long ago does not make today's danger one of the past.</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("Blistered lips, blistered genitals, temp 102, new seizure drug two weeks ago", Disposition.Emergency)]
    [InlineData("painful blisters and sores in my mouth, had a shot of penicillin three weeks ago", Disposition.Emergency)]
    [InlineData("got filler two weeks ago and my vision went blurry in that eye", Disposition.Emergency)]
    [InlineData("me operaron hace una semana y la herida olía mal y tenía pus", Disposition.SameDay)]
    [InlineData("la herida de la semana pasada tiene materia", Disposition.SameDay)]
    [InlineData("my mole was smaller in the photos from last summer", Disposition.Urgent)]
    [InlineData("el lunar no estaba así en las fotos del verano pasado, está más negro", Disposition.Urgent)]
    public void The_date_of_a_cause_leaves_the_sign_in_the_present(string text, Disposition least) => Assert.True(Sheets.Says(text).Disposition >= least, text);

    [Theory]
    [InlineData("blisters on my back in a line, hurts like electric shocks")]
    public void Where_on_the_back_is_no_date(string text) => Assert.True(Sheets.Says(text).Disposition >= Disposition.SameDay, text);

    [Theory]
    [InlineData("I had a rash two years ago after an antibiotic")]
    [InlineData("years ago I had swelling of my lips after penicillin")]
    [InlineData("tuve ronchas hace dos años con una medicina")]
    [InlineData("had cellulitis three years ago after surgery, all healed")]
    public void What_is_long_ago_stays_there(string text)
    {
        Assert.Equal(Disposition.Routine, Sheets.Says(text).Disposition);
        Assert.Empty(Sheets.Says(text).Questions);
    }
}
