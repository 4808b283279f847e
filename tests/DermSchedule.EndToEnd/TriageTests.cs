using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>A worried patient is recognised and protected; everybody else glides through (domain.md 6), with and without scripts.</summary>
public sealed class TriageTests(Clinic clinic) : IClassFixture<Clinic>
{
    private const int LightestPage = 50 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Danger_in_a_patients_own_words_leads_to_911_before_anything_else(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("#words").FillAsync("My lips are swollen and I can't breathe");

        await patient.Press("#concern button[value=go]");

        await patient.At("**/book/help");
        Assert.Equal("Call 911 now", (await patient.Heading()).Trim());
        Assert.True(await patient.Page.Locator("a[href='tel:911']").First.IsVisibleAsync());

        // The check is a script itself.
        if (scripts)
        {
            await patient.AssertAccessible("help");
        }

        Assert.Empty(patient.Refused);
    }

    [Fact]
    public async Task The_page_for_an_emergency_loads_one_small_sheet_and_no_script_or_font()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("#words").FillAsync("me cuesta respirar y tengo la lengua hinchada");
        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/help");
        List<IResponse> loaded = [];
        patient.Page.Response += (_, response) => loaded.Add(response);

        await patient.Page.ReloadAsync();
        await patient.Settle();

        var sizes = await Task.WhenAll(loaded.Select(async response => (await response.BodyAsync()).Length));
        Assert.InRange(sizes.Sum(), 1, LightestPage);
        Assert.DoesNotContain(loaded, response => response.Request.ResourceType is "script" or "font" || response.Url.Contains("icons", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_given_on_the_help_page_is_noted_and_a_slip_can_be_put_right(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("#words").FillAsync("I can't breathe");
        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/help");

        await patient.Page.Locator("#phone").FillAsync("12");
        await patient.Press("form:has(#phone) button");
        Assert.True(await patient.Page.Locator("#phone-error").IsVisibleAsync());
        await patient.Page.Locator("#phone").FillAsync("646 555 0187");
        await patient.Press("form:has(#phone) button");
        Assert.Equal(0, await patient.Page.Locator("#phone").CountAsync());
        await patient.Open("/demo/book/time");
        await patient.At("**/book/help");

        await patient.Press("main > form button");
        await patient.At("**/book/concern");
        await patient.Page.Locator("#words").FillAsync("A new cream for my acne");
        await patient.SayWhatFor("acne");
        await patient.PickVisit("Acne visit");
        await patient.At("**/book/time*");
    }

    [Fact]
    public async Task A_changing_spot_sees_urgent_times_within_14_days_and_no_other()
    {
        await using var patient = await clinic.Visitor(scripts: false);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("input[name=concern][value=spot]").CheckAsync();
        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/questions");

        foreach (var no in await patient.Page.Locator(".ask input[value=no]").AllAsync())
        {
            await no.CheckAsync();
        }

        await patient.Page.Locator(".ask", new() { HasText = "get bigger" }).Locator("input[value=yes]").CheckAsync();
        await patient.Press("#questions button[value=go]");

        await patient.At("**/book/visit");
        Assert.Contains("within 14 days", await patient.Page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.Equal(1, await patient.Page.Locator(".visit-list input").CountAsync());
        await patient.PickVisit("Urgent skin lesion check");
        await patient.At("**/book/time*");
        var days = await patient.Page.Locator(".day-card").EvaluateAllAsync<string[]>("cards => cards.map(card => new URL(card.href).searchParams.get('day'))");

        // The clinic's clock begins on December 1.
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.True(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) <= new DateOnly(2026, 12, 15), day));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_answered_is_there_after_a_reload_in_another_tab_and_in_the_other_language(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("input[name=concern][value=rash]").CheckAsync();
        await patient.Page.Locator("#words").FillAsync("It itches at night");
        await patient.Press(".bar-lang");
        await patient.Speaks("es");

        var second = await patient.AnotherTab();
        await second.Open("/demo/book/concern");

        Assert.Equal("It itches at night", await second.Page.InputValueAsync("#words"));
        Assert.True(await second.Page.Locator("input[name=concern][value=rash]").IsCheckedAsync());
        await second.Press("#concern button[value=delete]");
        await second.At("**/book/left");
        await second.Open("/demo/book/concern");
        Assert.EndsWith("/demo/book", second.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_photo_goes_along_with_the_visit_and_can_be_taken_back_from_its_link(bool scripts)
    {
        await using var patient = await clinic.Visitor(scripts: scripts);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.SayWhatFor("acne");
        await patient.Page.SetInputFilesAsync("#photo", new FilePayload { Name = "spot.png", MimeType = "image/png", Buffer = Pixel });

        if (!scripts)
        {
            await patient.Press(".photo-form noscript button, .photo-form button:not([name])");
        }

        await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(1);
        await patient.PickVisit("Acne visit");
        await patient.Hold(day: 6, time: scripts ? 1 : 2);
        await patient.TypeDetails();
        await patient.Book();
        await patient.Press("a.btn[href^='/m/']");
        await patient.Press("a[href$='/files']");

        await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(1);
        await patient.Press(".upload button[value^='remove:']");
        await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(0);
        await patient.Page.ReloadAsync();
        await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(0);
        Assert.Empty(patient.Refused);
    }

    /// <summary>A whole PNG of one pixel.</summary>
    private static byte[] Pixel => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
