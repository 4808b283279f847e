using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>
/// A screen of 1280 × 1024 at 400 %: what is left is 320 × 256. Who sees little often uses the keyboard too, so the whole way is gone without a mouse (WCAG 1.4.10, 2.4.11).
/// </summary>
public sealed class ZoomTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>
    /// What is wrong with the place of the focus; empty when nothing is. A box that is drawn by its label is looked at there. Whatever fits the screen has to be on it
    /// as a whole, with nothing that sticks over its middle or its ends; of what does not fit, a part.
    /// </summary>
    private const string Complaint = """
        () => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return '';
          const own = focused.getBoundingClientRect();
          const seen = own.width < 8 || own.height < 8 || getComputedStyle(focused).opacity === '0' ? focused.closest('label') ?? focused : focused;
          const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
          const name = `${focused.outerHTML.slice(0, 120)} at ${Math.round(box.top)}–${Math.round(box.bottom)}`;
          const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight), left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
          if (bottom - top < 1 || right - left < 1) return `off the screen: ${name}`;
          const fits = box.height <= innerHeight / 2;
          if (fits && (box.top < -1 || box.bottom > innerHeight + 1)) return `cut off: ${name}`;
          const lies = y => {
            const there = document.elementFromPoint((left + right) / 2, y);
            return there && (seen.contains(there) || there.contains(seen) || there.closest('label') === seen);
          };
          const places = fits ? [top + 3, (top + bottom) / 2, bottom - 3] : [top + 3, (top + bottom) / 2, bottom - 3].filter(lies).length ? [] : [top];
          const covered = places.filter(y => !lies(y)).map(y => document.elementFromPoint((left + right) / 2, y)?.outerHTML.slice(0, 80));
          return covered.length ? `covered by ${covered[0]}: ${name}` : '';
        }
        """;

    [Theory]
    [InlineData("html { scroll-padding-block: 0 !important } .lid { position: fixed; inset: auto 0 0; block-size: 60%; z-index: 99 }", "covered by")]
    [InlineData("button.btn-primary { position: fixed; inset-block-start: -6rem }", "off the screen")]
    [InlineData("button.btn-primary { position: fixed; inset-block-start: 100%; translate: 0 -1rem }", "cut off")]
    public async Task What_hides_the_focus_is_noticed(string mistake, string complaint)
    {
        await using var patient = await clinic.Visitor(width: 320, height: 256);
        await patient.Open("/demo/book");
        List<string> wrong = [];
        await patient.Reach("button.btn-primary", key: null, async () => wrong.Add(await patient.Page.EvaluateAsync<string>(Complaint)));
        Assert.All(wrong, Assert.Empty);

        await patient.Page.EvaluateAsync("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; document.body.append(Object.assign(document.createElement('div'), { className: 'lid' })); document.activeElement.blur(); scrollTo(0, 0) }", mistake);
        await patient.Reach("button.btn-primary", key: null, async () => wrong.Add(await patient.Page.EvaluateAsync<string>(Complaint)));

        Assert.Contains(wrong, found => found.StartsWith(complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("es-MX", "es")]
    public async Task A_visit_is_booked_with_the_keyboard_alone_at_400_percent(string browser, string language)
    {
        await using var patient = await clinic.Visitor(width: 320, height: 256, language: browser);
        List<string> wrong = [];
        var where = "";

        await patient.Open("/demo/book");
        await patient.Speaks(language);
        await Look("who comes");
        await Reach("input[name=for]", "Space");
        await Reach("input[name=kind]", "Space");
        await Reach("input[name=category]", "Space");
        await Reach("button.btn-primary", "Enter");

        await patient.At("**/book/concern");
        await Look("concern");
        await Reach("input[name=concern]", "Space");
        await Reach("#concern button[value=go]", "Enter");

        await patient.At("**/book/questions");
        await Look("questions");

        // The second of three, by the arrow as in every group of radio buttons.
        for (var question = await patient.Page.Locator(".ask").CountAsync(); question > 0; question--)
        {
            await Reach(".ask input", "Space");
            await patient.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Reach("#questions button[value=go]", "Enter");

        await patient.At("**/book/visit");
        await Look("visit");
        await Reach("input[name=visit]", "Space");
        await Reach(".wiz-end button[value=go]", "Enter");

        await patient.At("**/book/time*");
        await Look("time");
        await Reach(".day-card:not([aria-current])", "Enter");
        await patient.At("**/book/time?day=*");
        await Look("times of a day");
        await Reach(".chip:not([aria-pressed])", "Enter");

        await patient.At("**/book/details");
        await Look("details");

        foreach (var (field, text) in new[] { ("#firstName", "Kim"), ("#lastName", "Lee"), ("#birthMonth", "7"), ("#birthDay", "4"), ("#birthYear", "1970"), ("#phone", "646 555 0133") })
        {
            await Reach(field, key: null);
            await patient.Page.Keyboard.TypeAsync(text);
        }

        await Reach("#details button[value=book]", "Enter");

        await patient.At("**/book/insurance");
        await Look("insurance");
        await Reach("main a.btn-primary", "Enter");

        await patient.At("**/book/done");
        await Look("done");
        await Reach("main a[href^='/m/']", key: null);
        Assert.Empty(patient.Refused);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));

        Task Reach(string selector, string? key) => patient.Reach(selector, key, async () =>
        {
            if (await patient.Page.EvaluateAsync<string>(Complaint) is { Length: > 0 } complaint)
            {
                wrong.Add($"{where}: {complaint}");
            }
        });

        async Task Look(string step)
        {
            where = step;
            await patient.Settle();

            if (await patient.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var more)
            {
                wrong.Add($"{step}: sticks out by {more}");
            }

            await patient.AssertAccessible($"{step} at 400 %");
            await patient.Page.EvaluateAsync("scrollTo(0, 0)");
        }
    }
}
