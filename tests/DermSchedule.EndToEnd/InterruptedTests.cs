using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Cookies that are gone, connections that break, pages that are older than what they show: each press gets an answer, in the clinic's words.</summary>
public sealed class InterruptedTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_confirms_in_an_old_tab_hears_how_things_stand(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        var link = await Booked(patient, "Rash visit", day: 9, time: scripts ? 0 : 1);
        await patient.Open(link);
        var second = await patient.AnotherTab();
        await second.Open(link);
        await second.Press("main form button.btn-primary");
        Assert.Contains("Confirmed", await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await patient.LookHere();
        await patient.Press("main form button.btn-primary");

        Assert.Contains("Confirmed", await patient.Page.InnerTextAsync(".pill"), StringComparison.Ordinal);
        Assert.Equal(0, await patient.Page.Locator("main form button.btn-primary").CountAsync());
    }

    [Fact]
    public async Task Nobody_cancels_a_time_that_is_another_by_now()
    {
        await using var patient = await clinic.Visitor();
        var link = await Booked(patient, "Rash visit", day: 9, time: 2);
        await patient.Open(link + "/cancel");
        var second = await patient.AnotherTab();
        await second.Open(link + "/move");
        await second.Press(".chip:not([aria-pressed])", 5);
        await second.Press("main form button.btn-primary");

        await patient.LookHere();
        await patient.Press("button.danger-line");

        Assert.Contains("This visit has another time now.", await patient.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await patient.Open(link);
        Assert.DoesNotContain("Cancelled", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_whose_cookie_is_gone_says_that_nothing_happened_and_works_the_next_time(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        var link = await Booked(patient, "Acne visit", day: 9, time: scripts ? 4 : 5);
        await patient.Open(link);
        await patient.Page.Context.ClearCookiesAsync();

        await patient.Press("main form button.btn-primary");

        Assert.Contains("nothing has changed", await patient.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("Not confirmed yet", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await patient.Press("main form button.btn-primary");
        Assert.Contains("Confirmed", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_cookies_while_typing_is_told_and_not_just_sent_away()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 10, time: 0);
        await patient.TypeDetails();
        await patient.Page.Context.ClearCookiesAsync();

        await patient.Book();

        Assert.Equal("Let us find the right visit", await patient.Heading());
        Assert.Contains("nothing has changed", await patient.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_connection_a_press_says_so_and_what_is_typed_stays()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 10, time: 1);
        await patient.TypeDetails();
        await patient.Page.Context.SetOfflineAsync(true);

        await patient.Page.Locator("#details button[value=book]").ClickAsync();
        await patient.Page.Locator(".offline").WaitForAsync();
        Assert.Equal("Ana", await patient.Page.InputValueAsync("#firstName"));

        await patient.Page.Context.SetOfflineAsync(false);
        await patient.Book();
        await patient.At("**/book/done");
    }

    [Fact]
    public async Task A_refresh_nobody_asked_for_fails_without_a_word()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Page.RouteAsync("**/*", route => route.AbortAsync());

        var failed = patient.Page.WaitForConsoleMessageAsync();
        await patient.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await failed;
        await patient.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.True(await patient.Page.Locator(".chip").First.IsVisibleAsync());
        Assert.Equal(0, await patient.Page.Locator(".offline").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_day_without_times_leads_to_the_next_and_says_so(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Acne visit");

        // A Saturday.
        await patient.Open("/demo/book/time?day=2026-12-12");

        Assert.Contains("No free time on Sat, Dec 12.", await patient.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Dec 14", await patient.Page.InnerTextAsync(".day-card[aria-current]"), StringComparison.Ordinal);
        if (scripts)
        {
            await patient.Press(".day-card", 2);
            Assert.True(await patient.Page.EvaluateAsync<bool>(
                "() => { const card = document.querySelector('.day-card[aria-current]').getBoundingClientRect(); return card.left >= 0 && card.right <= innerWidth; }"));
        }
    }

    [Fact]
    public async Task A_line_of_the_error_summary_leads_to_its_field_and_the_errors_stay()
    {
        await using var patient = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 10, time: 2);
        await patient.Book();

        await patient.Page.Locator("[role=alert] a[href='#phone']").ClickAsync();
        await patient.Settle();

        Assert.Equal("phone", await patient.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await patient.Page.Locator("#phone-error").IsVisibleAsync());
        Assert.StartsWith("Error: ", await patient.Page.TitleAsync(), StringComparison.Ordinal);
        await patient.Leave();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_that_ran_out_and_is_still_free_is_booked_by_one_press(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 10, time: scripts ? 3 : 4);
        await patient.TypeDetails();
        await clinic.TimePasses("PT11M");

        await patient.Book();

        await patient.At("**/book/done");
    }

    [Fact]
    public async Task Answers_for_somebody_else_are_not_taken_for_a_second_press()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.ChooseVisit(visit: "Acne visit");
        await patient.Hold(day: 10, time: 5);
        var second = await patient.AnotherTab();
        await second.Open("/demo/book/details");
        await second.TypeDetails(first: "Bruno");
        await patient.LookHere();
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");

        await second.LookHere();
        await second.Book();

        Assert.Contains("Only this visit is booked.", await second.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_own_time_is_drawn_as_the_own(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.ChooseVisit(visit: "Full-body skin check");
        await patient.Press(".time-who a", 1);
        var said = await patient.Hold(day: 9, time: scripts ? 0 : 4);
        await patient.Press(".wiz-top .link");
        Assert.Contains(said, await patient.Page.InnerTextAsync(".chip[aria-pressed]"), StringComparison.Ordinal);
        await patient.Press(".time-who a", 2);
        Assert.Equal(0, await patient.Page.Locator(".chip[aria-pressed]").CountAsync());
        await patient.Press(".time-who a", 1);
        await patient.Press(".chip[aria-pressed]");
        await patient.At("**/book/details");
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");
        await patient.Press("a.btn[href^='/m/']");
        await patient.Press(".acts a", 0);

        Assert.Contains("Your time now", await patient.Page.InnerTextAsync(".chip[aria-pressed]"), StringComparison.Ordinal);
        await patient.Press(".chip[aria-pressed]");
        Assert.Contains("/m/", patient.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("/move", patient.Page.Url, StringComparison.Ordinal);
    }

    private static async Task<string> Booked(Visitor patient, string visit, int day, int time)
    {
        await patient.ChooseVisit(visit: visit);
        await patient.Hold(day, time);
        await patient.At("**/book/details");
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");
        return (await patient.Page.Locator("a.btn[href^='/m/']").GetAttributeAsync("href"))!;
    }
}
