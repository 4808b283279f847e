using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>People open a link twice. The second tab never books twice, and never answers with an error.</summary>
public sealed class SecondTabTests(Clinic clinic) : IClassFixture<Clinic>
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tab_never_books_the_time_that_another_chose(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 5, time: scripts ? 5 : 6);
        await patient.TypeDetails();
        var shown = await patient.Page.InnerTextAsync(".held-when");
        var second = await patient.AnotherTab();
        await second.Open("/demo/book/time");
        await second.Press(".chip:not([aria-pressed])", 8);
        await second.At("**/book/details");
        var chosen = await second.Page.InnerTextAsync(".held-when");
        Assert.NotEqual(shown, chosen);

        await patient.LookHere();
        await patient.Book();

        Assert.Contains("You chose another time in another tab.", await patient.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(chosen, await patient.Page.InnerTextAsync(".held-when"));
        Assert.Equal("Ana", await patient.Page.InputValueAsync("#firstName"));

        await patient.Book();
        await patient.At("**/book/done");
        Assert.Contains(chosen, await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
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
