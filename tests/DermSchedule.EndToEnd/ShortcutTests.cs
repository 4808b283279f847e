using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Ways that spare a patient steps: from a time on the front page straight to the details, and back to a visit that was booked.</summary>
public sealed class ShortcutTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_on_the_front_page_is_held_once_the_visit_is_known(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo");
        var said = await patient.Page.Locator(".next-more a b").First.InnerTextAsync();
        await patient.Press(".next-more a");
        Assert.Contains(said, await patient.Page.InnerTextAsync(".wish"), StringComparison.Ordinal);

        await patient.SayWhoComes();
        await patient.SayWhatFor();
        await patient.Press(".wiz-end button[value=go]");

        await patient.At("**/book/details");
        Assert.Contains(said, await patient.Page.InnerTextAsync(".held-card"), StringComparison.Ordinal);
        await patient.Leave();
    }

    [Fact]
    public async Task A_time_on_the_front_page_that_somebody_took_leads_to_its_day_and_says_so()
    {
        await using var winner = await clinic.Visitor();
        await using var loser = await clinic.Visitor();
        await winner.Open("/demo");
        var link = await winner.Page.Locator(".team a").First.GetAttributeAsync("href");

        foreach (var visitor in new[] { winner, loser })
        {
            await visitor.Open(link!);
            await visitor.SayWhoComes();
            await visitor.SayWhatFor();
        }

        await winner.Press(".wiz-end button[value=go]");
        await winner.At("**/book/details");
        await loser.Press(".wiz-end button[value=go]");

        await loser.At("**/book/time?*");
        Assert.Contains("The time you chose is not free", await loser.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        await winner.Leave();
    }

    [Fact]
    public async Task A_visit_booked_in_this_browser_is_found_again_and_in_no_other()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await using var other = await clinic.Visitor();
        await patient.ChooseVisit(visit: "Rash visit");
        await patient.Hold(day: 8, time: 0);
        await patient.TypeDetails();
        await patient.Book();
        var link = await patient.Page.Locator("a.btn[href^='/m/']").GetAttributeAsync("href");

        await patient.Open("/demo/book/find");
        await other.Open("/demo/book/find");

        Assert.Equal(link, await patient.Page.Locator("main a.btn-primary").GetAttributeAsync("href"));
        Assert.Equal(0, await other.Page.Locator("a[href^='/m/']").CountAsync());
        Assert.Equal("tel:+12125550140", await other.Page.Locator("main a.btn-primary").GetAttributeAsync("href"));
        await other.AssertAccessible("find");
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/m/m_nobody")]
    [InlineData("/demo/nothing-here")]
    public async Task A_link_that_leads_nowhere_gives_a_phone_number_and_the_way_to_a_visit(string path)
    {
        await using var patient = await clinic.Visitor();

        await patient.Open(path);

        Assert.True(await patient.Page.Locator("main a[href='tel:+12125550140']").IsVisibleAsync());
        Assert.True(await patient.Page.Locator("main a[href='/demo/book/find']").IsVisibleAsync());
    }

    [Fact]
    public async Task A_wrong_page_of_a_clinic_is_still_that_clinics()
    {
        await using var patient = await clinic.Visitor();

        await patient.Open("/lakeside/nothing-here");

        Assert.Equal("/lakeside", await patient.Page.Locator("main a.btn-primary").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_clinics_name_with_capitals_leads_to_its_page()
    {
        await using var patient = await clinic.Visitor();

        await patient.Open("/Demo/book?category=cosmetic");

        Assert.EndsWith("/demo/book?category=cosmetic", patient.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Let us find the right visit", await patient.Heading());
    }

    [Fact]
    public async Task The_private_link_can_be_copied_and_its_page_begins_with_the_same_provider()
    {
        await using var patient = await clinic.Visitor();
        await patient.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await patient.ChooseVisit(visit: "Full-body skin check");
        await patient.Press(".time-who a", 2);
        await patient.Hold(day: 6, time: 4);
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");

        await patient.Page.Locator("button", new() { HasText = "Copy the link" }).ClickAsync();

        await patient.Page.Locator("[role=status]", new() { HasText = "Copied." }).WaitForAsync();
        var link = await patient.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var path = (await patient.Page.Locator("a.btn[href^='/m/']").GetAttributeAsync("href"))!;
        Assert.EndsWith(path, link, StringComparison.Ordinal);
        await patient.Open(path + "/move");
        Assert.Equal("Dr.\u00a0Chen", await patient.Page.InnerTextAsync(".time-who [aria-current]"));
        await patient.Press(".time-who a", 0);
        Assert.Equal("Anyone", await patient.Page.InnerTextAsync(".time-who [aria-current]"));
        await patient.Press(".day-card", 1);
        Assert.Equal("Anyone", await patient.Page.InnerTextAsync(".time-who [aria-current]"));
    }

    [Fact]
    public async Task Who_changes_to_a_time_with_somebody_else_is_told()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.ChooseVisit(visit: "Full-body skin check");
        await patient.Press(".time-who a", 1);
        await patient.Page.Locator(".chip").Last.ClickAsync();
        await patient.At("**/book/details");
        await patient.TypeDetails();
        await patient.Book();
        await patient.Press("a.btn[href^='/m/']");
        await patient.Press(".acts a", 0);
        await patient.Press(".time-who a", 2);

        await patient.Press(".chip", 0);

        var said = await patient.Page.InnerTextAsync(".move-who");
        Assert.Contains("Johnson", said, StringComparison.Ordinal);
        Assert.Contains("Chen", said, StringComparison.Ordinal);
        Assert.Contains("This is with somebody else.", said, StringComparison.Ordinal);
    }
}
