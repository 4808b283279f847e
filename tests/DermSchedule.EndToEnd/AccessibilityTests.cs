using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>No page keeps anybody out: every screen in both languages and both themes, on a phone and on a desk.</summary>
public sealed class AccessibilityTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Theory]
    [InlineData(390, "en-US", ColorScheme.Light)]
    [InlineData(390, "es-MX", ColorScheme.Dark)]
    [InlineData(320, "es-MX", ColorScheme.Light)]
    [InlineData(1440, "en-US", ColorScheme.Dark)]
    public async Task Every_page_on_the_way_is_free_of_faults(int width, string language, ColorScheme theme)
    {
        await using var patient = await clinic.Visitor(width, language: language, theme: theme);

        foreach (var path in new[] { "/", "/demo", "/demo/book?category=cosmetic", "/demo/notices", "/demo/accessibility", "/nothing-here", "/m/m_nobody" })
        {
            await patient.Open(path);
            await patient.AssertAccessible(path);
        }

        await patient.Open("/demo/book");
        await patient.Press("button.btn-primary");
        await patient.AssertAccessible("about, refused");
        await patient.SayWhoComes(visitFor: "child", kind: "established");
        await patient.AssertAccessible("concern");
        await patient.Press("#concern button[value=go]");
        await patient.AssertAccessible("concern, refused");
        await patient.Open("/demo/book");
        await patient.SayWhoComes(kind: "established");
        await patient.Page.Locator("input[name=concern][value=acne]").CheckAsync();
        await patient.Press("#concern button[value=go]");
        await patient.AssertAccessible("questions");
        await patient.Press("#questions button[value=go]");
        await patient.AssertAccessible("questions, refused");
        await patient.AnswerAll("no");
        await patient.Press(".wiz-end button[value=go]");
        await patient.AssertAccessible("visit, refused");
        await patient.PickVisit("30 min");
        await patient.AssertAccessible("time");
        await patient.Hold(day: 7, time: width % 7);
        await patient.AssertAccessible("details");
        await patient.Book();
        await patient.AssertAccessible("details, refused");
        await patient.TypeDetails();
        await patient.Press(".wiz-top .link");
        await patient.AssertAccessible("time, held");
        await patient.Press(".holdbar .btn");
        await patient.TypeDetails();
        await patient.Book();
        await patient.At("**/book/done");
        await patient.AssertAccessible("done");
        await Manage(patient);
        Assert.Empty(patient.Refused);
    }

    private static async Task Manage(Visitor patient)
    {
        await patient.Press("a.btn[href^='/m/']");
        await patient.AssertAccessible("visit");
        await patient.Press(".acts a", 0);
        await patient.AssertAccessible("move");
        await patient.Press(".chip", 1);
        await patient.AssertAccessible("move, asked");
        await patient.Press("form button.btn-primary");
        await patient.AssertAccessible("moved");
        await patient.Press(".acts a[href$='/cancel']");
        await patient.AssertAccessible("cancel");
        await patient.Press("button.danger-line");
        await patient.AssertAccessible("cancelled");
    }
}
