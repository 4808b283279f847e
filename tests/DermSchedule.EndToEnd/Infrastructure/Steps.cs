using Microsoft.Playwright;

namespace DermSchedule.EndToEnd.Infrastructure;

/// <summary>What visitors do on the way to a visit.</summary>
internal static class Steps
{
    /// <summary>From nothing to the free times of a visit.</summary>
    public static async Task ChooseVisit(this Visitor visitor, string clinic = "demo", string visit = "Full-body skin check", string concern = "skin_check")
    {
        await visitor.Open($"/{clinic}/book");
        await visitor.SayWhoComes();
        await visitor.SayWhatFor(concern);
        await visitor.PickVisit(visit);
        await visitor.At("**/book/time*");
    }

    /// <summary>The first step, from where it is open.</summary>
    public static async Task SayWhoComes(this Visitor visitor, string visitFor = "self", string kind = "new", string category = "medical")
    {
        await visitor.Page.Locator($"input[name=for][value={visitFor}]").CheckAsync();
        await visitor.Page.Locator($"input[name=kind][value={kind}]").CheckAsync();
        await visitor.Page.Locator($"input[name=category][value={category}]").CheckAsync();
        await visitor.Press("button.btn-primary");
        await visitor.At("**/book/concern*");
    }

    /// <summary>The concern and its questions, to which the answer is no.</summary>
    public static async Task SayWhatFor(this Visitor visitor, string concern = "skin_check")
    {
        await visitor.Page.Locator($"input[name=concern][value={concern}]").CheckAsync();
        await visitor.Press("#concern button[value=go]");
        await visitor.Page.WaitForURLAsync(url => url.Contains("/book/questions", StringComparison.Ordinal) || url.Contains("/book/visit", StringComparison.Ordinal));

        if (new Uri(visitor.Page.Url).AbsolutePath.EndsWith("/questions", StringComparison.Ordinal))
        {
            await visitor.AnswerAll("no");
        }

        await visitor.At("**/book/visit*");
    }

    /// <summary>The same answer to all questions.</summary>
    public static async Task AnswerAll(this Visitor visitor, string answer)
    {
        foreach (var choice in await visitor.Page.Locator($".ask input[value={answer}]").AllAsync())
        {
            await choice.CheckAsync();
        }

        await visitor.Press("#questions button[value=go]");
    }

    /// <summary>Chooses a kind of visit, also one that was not recommended.</summary>
    public static async Task PickVisit(this Visitor visitor, string visit)
    {
        await visitor.Page.EvaluateAsync("document.querySelectorAll('.more-visits').forEach(more => more.open = true)");
        await visitor.Page.Locator(".visit-list .choice", new PageLocatorOptions { HasText = visit }).Locator("input").CheckAsync();
        await visitor.Press(".wiz-end button[value=go]");
    }

    /// <summary>Takes the n-th free time of the n-th day on show.</summary>
    public static async Task<string> Hold(this Visitor visitor, int day, int time)
    {
        var page = await visitor.Page.Locator(".day-card").Nth(day).GetAttributeAsync("href");
        await visitor.Press(".day-card", day);

        // The times of that day, and not those of the day before, which the click would be lost on.
        await visitor.Page.WaitForSelectorAsync($".day-card[aria-current][href='{page}']");
        var chip = visitor.Page.Locator(".chip:not([aria-pressed])").Nth(time);
        var said = await chip.EvaluateAsync<string>("chip => chip.firstChild.textContent.trim()");
        await chip.ClickAsync();
        await visitor.Settle();
        return said;
    }

    public static async Task TypeDetails(this Visitor visitor, string first = "Ana", string last = "Ruiz")
    {
        await visitor.Page.Locator("#firstName").FillAsync(first);
        await visitor.Page.Locator("#lastName").FillAsync(last);
        await visitor.Page.Locator("#birthMonth").FillAsync("3");
        await visitor.Page.Locator("#birthDay").FillAsync("14");
        await visitor.Page.Locator("#birthYear").FillAsync("1988");
        await visitor.Page.Locator("#phone").FillAsync("(646) 555-0187");
    }

    /// <summary>Stops booking, and means it: the time is free again.</summary>
    public static async Task Leave(this Visitor visitor)
    {
        await visitor.Press("button[value=stop]");
        await visitor.Press("button[value=delete]");
        await visitor.At("**/book/left");
    }

    /// <summary>Books; the insurance card can wait.</summary>
    public static async Task Book(this Visitor visitor)
    {
        await visitor.Press("#details button[value=book]");

        if (new Uri(visitor.Page.Url).AbsolutePath.EndsWith("/insurance", StringComparison.Ordinal))
        {
            await visitor.Press("main a.btn-primary");
        }
    }
}
