using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Everything a mouse can do, a keyboard can.</summary>
public sealed class KeyboardTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_visit_is_booked_with_the_keyboard_alone()
    {
        await using var patient = await clinic.Visitor(width: 1280);
        await patient.Open("/demo");

        await patient.Reach(".hero-copy .btn", "Enter");
        await patient.At("**/demo/book");
        await patient.Reach("input[name=for]", "Space");
        await patient.Reach("input[name=kind]", "Space");
        await patient.Reach("input[name=category]", "Space");
        await patient.Reach("button.btn-primary", "Enter");
        await patient.At("**/book/concern");
        await patient.Reach("input[name=concern]", "Space");
        await patient.Reach("#concern button[value=go]", "Enter");
        await patient.At("**/book/questions");

        // The second of three, by the arrow as in every group of radio buttons.
        for (var question = await patient.Page.Locator(".ask").CountAsync(); question > 0; question--)
        {
            await patient.Reach(".ask input", "Space");
            await patient.Page.Keyboard.PressAsync("ArrowDown");
        }

        await patient.Reach("#questions button[value=go]", "Enter");
        await patient.At("**/book/visit");
        await patient.Reach("input[name=visit]", "Space");
        await patient.Reach(".wiz-end button[value=go]", "Enter");
        await patient.At("**/book/time*");
        await patient.Reach(".day-card:not([aria-current])", "Enter");
        await patient.At("**/book/time?day=*");
        await patient.Reach(".chip", "Enter");
        await patient.At("**/book/details");

        foreach (var (field, text) in new[] { ("#firstName", "Kim"), ("#lastName", "Lee"), ("#birthMonth", "7"), ("#birthDay", "4"), ("#birthYear", "1970"), ("#phone", "646 555 0133") })
        {
            await patient.Reach(field, key: null);
            await patient.Page.Keyboard.TypeAsync(text);
        }

        await patient.Page.Keyboard.PressAsync("Enter");
        await patient.At("**/book/insurance");
        await patient.Reach("main a.btn-primary", "Enter");
        await patient.At("**/book/done");
        Assert.Empty(patient.Refused);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_bar()
    {
        await using var patient = await clinic.Visitor(width: 1280);
        await patient.Open("/demo/book");

        await patient.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("Skip to the content", await patient.Page.EvaluateAsync<string>("document.activeElement.textContent"));
    }

    [Fact]
    public async Task A_form_that_was_refused_takes_the_focus_to_what_is_wrong()
    {
        await using var patient = await clinic.Visitor(width: 1280);
        await patient.Open("/demo/book");

        await patient.Press("button.btn-primary");

        Assert.Equal("alert", await patient.Page.EvaluateAsync<string>("document.activeElement.getAttribute('role')"));
    }
}
