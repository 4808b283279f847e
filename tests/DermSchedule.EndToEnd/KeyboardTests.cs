using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>Everything a mouse can do, a keyboard can.</summary>
public sealed class KeyboardTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>More stops than any page has.</summary>
    private const int MostStops = 120;

    [Fact]
    public async Task A_visit_is_booked_with_the_keyboard_alone()
    {
        await using var patient = await clinic.Visitor(width: 1280);
        await patient.Open("/demo");

        await Reach(patient, ".hero-copy .btn", "Enter");
        await patient.At("**/demo/book");
        await Reach(patient, "input[name=for]", "Space");
        await Reach(patient, "input[name=kind]", "Space");
        await Reach(patient, "input[name=category]", "Space");
        await Reach(patient, "button.btn-primary", "Enter");
        await patient.At("**/book/concern");
        await Reach(patient, "input[name=concern]", "Space");
        await Reach(patient, "#concern button[value=go]", "Enter");
        await patient.At("**/book/questions");

        // The second of three, by the arrow as in every group of radio buttons.
        for (var question = await patient.Page.Locator(".ask").CountAsync(); question > 0; question--)
        {
            await Reach(patient, ".ask input", "Space");
            await patient.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Reach(patient, "#questions button[value=go]", "Enter");
        await patient.At("**/book/visit");
        await Reach(patient, "input[name=visit]", "Space");
        await Reach(patient, ".wiz-end button[value=go]", "Enter");
        await patient.At("**/book/time*");
        await Reach(patient, ".day-card:not([aria-current])", "Enter");
        await patient.At("**/book/time?day=*");
        await Reach(patient, ".chip", "Enter");
        await patient.At("**/book/details");

        foreach (var (field, text) in new[] { ("#firstName", "Kim"), ("#lastName", "Lee"), ("#birthMonth", "7"), ("#birthDay", "4"), ("#birthYear", "1970"), ("#phone", "646 555 0133") })
        {
            await Reach(patient, field, key: null);
            await patient.Page.Keyboard.TypeAsync(text);
        }

        await patient.Page.Keyboard.PressAsync("Enter");
        await patient.At("**/book/insurance");
        await Reach(patient, "main a.btn-primary", "Enter");
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

    private static async Task Reach(Visitor patient, string selector, string? key)
    {
        await patient.Settle();

        for (var stop = 0; stop < MostStops; stop++)
        {
            await patient.Page.Keyboard.PressAsync("Tab");

            if (await patient.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                if (key is not null)
                {
                    await patient.Page.Keyboard.PressAsync(key);
                }

                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
