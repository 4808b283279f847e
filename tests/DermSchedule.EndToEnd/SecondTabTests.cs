using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>People open a link twice. The second tab never books twice, and never answers with an error.</summary>
public sealed class SecondTabTests(Clinic clinic)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_tab_is_led_to_the_visit_that_the_first_booked(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 5, time: scripts ? 0 : 1);
        await patient.At("**/book/details");
        await patient.TypeDetails();
        var second = await patient.AnotherTab();
        await second.Open("/demo/book/details");
        await second.TypeDetails();

        await patient.LookHere();
        await patient.Book();
        await patient.At("**/book/done");
        await second.LookHere();
        await second.Book();

        await second.At("**/book/done");
        Assert.Equal("You are booked", await second.Heading());
        Assert.Equal(await Link(patient), await Link(second));
    }

    [Fact]
    public async Task A_second_tab_that_still_chooses_a_time_begins_another_visit()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 5, time: 2);
        await patient.TypeDetails();
        var second = await patient.AnotherTab();
        await second.Open("/demo/book/time");
        await patient.LookHere();
        await patient.Book();
        await patient.At("**/book/done");

        await second.LookHere();
        await second.Press(".chip:not([aria-pressed])", 4);

        await second.At("**/book/d*");
        Assert.Contains(await second.Heading(), new[] { "You are booked", "Who is coming?" });
    }

    private static Task<string?> Link(Visitor visitor) => visitor.Page.Locator("a.btn[href^='/m/']").GetAttributeAsync("href");
}
