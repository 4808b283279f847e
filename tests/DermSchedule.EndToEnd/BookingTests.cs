using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>A patient books on a phone, with scripts and without, and lives with what can go wrong on the way.</summary>
public sealed class BookingTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_patient_books_confirms_moves_and_cancels_on_a_phone(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);

        await patient.ChooseVisit();
        await patient.Hold(day: scripts ? 5 : 6, time: 1);
        await patient.At("**/book/details");
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");
        Assert.Equal("You are booked", await patient.Heading());

        await patient.Press("a.btn[href^='/m/']");
        Assert.Contains("Not confirmed yet", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await patient.Press("form button.btn-primary");
        Assert.Contains("Confirmed. Thank you.", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await patient.Press(".acts a", 0);
        await patient.Press(".chip", 2);
        await patient.Press("form button.btn-primary");
        Assert.Contains("Your visit is changed.", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await patient.Press(".acts a[href$='/cancel']");
        Assert.Contains("Free", await patient.Page.InnerTextAsync(".refund"), StringComparison.Ordinal);
        await patient.Press("button.danger-line");
        Assert.Contains("Your visit is cancelled.", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(patient.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_loses_the_race_gets_the_three_nearest_times_in_place(bool scripts)
    {
        await using var winner = await clinic.Visitor(scripts: scripts);
        await using var loser = await clinic.Visitor(scripts: scripts);
        await winner.ChooseVisit(visit: "Mole removal");
        await loser.ChooseVisit(visit: "Mole removal");
        var day = scripts ? 2 : 3;
        await loser.Press(".day-card", day);

        await winner.Hold(day, time: 4);
        await loser.Press(".chip", 4);

        Assert.Contains("That time was just taken.", await loser.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.Equal(3, await loser.Page.Locator(".near .chip").CountAsync());
        await loser.Press(".near .chip");
        await loser.At("**/book/details");
        Assert.Contains("Held until", await loser.Page.InnerTextAsync(".holdbar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_that_ended_is_said_and_offered_again_and_nothing_typed_is_lost()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 4, time: 0);
        await patient.TypeDetails(first: "Zoë");

        await clinic.TimePasses("PT11M");
        await patient.Press("button[value=extend]");

        Assert.Contains("Your hold has ended.", await patient.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        await patient.Press(".notice button");
        Assert.Equal("Zoë", await patient.Page.InputValueAsync("#firstName"));
        await patient.Book();
        await patient.At("**/book/done");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_time_is_given_twice_says_until_when_and_keeps_what_was_typed(bool scripts)
    {
        await using var patient = await clinic.Visitor(width: 320, scripts: scripts);
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 3, time: 0);
        await patient.Page.Locator("#lastName").FillAsync("Ruiz");

        await patient.Press("button[value=extend]");
        await patient.Page.GetByText("You can add time once more.").WaitForAsync();
        await patient.Press("button[value=extend]");
        await patient.Page.GetByText("This was the last time we could add.").WaitForAsync();

        Assert.Equal("Ruiz", await patient.Page.InputValueAsync("#lastName"));
        Assert.Equal(0, await patient.Page.Locator("button[value=extend]").CountAsync());
        Assert.Contains("Held until", await patient.Page.InnerTextAsync(".holdbar"), StringComparison.Ordinal);
        Assert.Equal(scripts, await patient.Page.Locator(".countdown time").IsVisibleAsync());
        Assert.Equal(scripts ? "status" : null, await patient.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('role')"));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2020-02-30")]
    public async Task A_day_out_of_reach_shows_the_first_that_is_free(string day)
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Acne visit");

        await patient.Open($"/demo/book/time?day={day}");

        Assert.Equal("Choose a time", await patient.Heading());
        Assert.Equal("December 2026", await patient.Page.InnerTextAsync(".time-view legend"));
    }

    [Fact]
    public async Task Answers_survive_reload_and_return()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 5, time: 0);
        await patient.Page.Locator("#firstName").FillAsync("Ana");
        await patient.Book();

        await patient.Open("/demo");
        await patient.Open("/demo/book/details");

        Assert.Equal("Ana", await patient.Page.InputValueAsync("#firstName"));
        Assert.Contains("left", await patient.Page.InnerTextAsync(".countdown"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("concern", "/demo/book")]
    [InlineData("questions", "/demo/book")]
    [InlineData("visit", "/demo/book")]
    [InlineData("help", "/demo/book")]
    [InlineData("time", "/demo/book")]
    [InlineData("details", "/demo/book")]
    [InlineData("done", "/demo/book/find")]
    public async Task Nobody_gets_to_a_step_whose_questions_before_it_are_open(string step, string instead)
    {
        await using var patient = await clinic.Visitor();

        await patient.Open($"/demo/book/{step}");

        Assert.EndsWith(instead, patient.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_books_for_a_child()
    {
        await using var parent = await clinic.Visitor();
        await parent.ChooseVisit(visit: "Rash visit");
        await parent.Hold(day: 6, time: 0);
        await parent.TypeDetails(first: "Leo");
        await parent.Page.Locator("#birthYear").FillAsync("2019");
        await parent.Book();
        Assert.Contains("the patient is 7 years old", await parent.Page.InnerTextAsync("#birth"), StringComparison.Ordinal);

        await parent.Page.Locator("input[name=for][value=child]").CheckAsync();
        await parent.Page.Locator("#bookerFirstName").FillAsync("Luz");
        await parent.Page.Locator("#bookerLastName").FillAsync("Ruiz");
        await parent.Page.Locator("#relationship").SelectOptionAsync("parent");
        await parent.Book();

        await parent.At("**/book/done");
    }
}
