using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd.Infrastructure;

/// <summary>A person in front of a browser. Whatever the content security policy refuses on the way is remembered.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Generous: the machine that runs this may be busy with everything else.</summary>
    private const float Patience = 60_000;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly IBrowserContext context;
    private readonly bool scripts;
    private readonly ConcurrentQueue<string> refused = new();

    private Visitor(IBrowserContext context, IPage page, bool scripts) => (this.context, Page, this.scripts) = (context, page, scripts);

    public IPage Page { get; }

    /// <summary>What the policy refused and what broke in scripts.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    public static async Task<Visitor> Arrive(IBrowserContext context, bool scripts)
    {
        context.SetDefaultTimeout(Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), scripts);
        await context.ExposeFunctionAsync("toldOfViolation", (string what) => visitor.refused.Enqueue(what));
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => toldOfViolation(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile))");
        visitor.Page.PageError += (_, error) => visitor.refused.Enqueue(error);
        return visitor;
    }

    /// <summary>The same person with the same cookies, in a second tab, which is in front now. It is closed with the first.</summary>
    public async Task<Visitor> AnotherTab() => new(context, await context.NewPageAsync(), scripts);

    /// <summary>Turns to this tab. Before acting in one of several: a tab behind another is never painted, and scripts that wait for that wait forever.</summary>
    public Task LookHere() => Page.BringToFrontAsync();

    public async Task Open(string path)
    {
        await Page.GotoAsync(path);
        await Settle();
    }

    /// <summary>Presses, and waits for the page behind it.</summary>
    public async Task Press(string selector, int which = 0)
    {
        await Page.Locator(selector).Nth(which).ClickAsync();
        await Settle();
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async Task Settle()
    {
        if (scripts)
        {
            await StartsMoving();
        }

        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        if (scripts)
        {
            await Page.WaitForSelectorAsync("html:not([aria-busy]):not(:has([aria-busy=true]))", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        }
    }

    /// <summary>The page in that language, as soon as it is there.</summary>
    public Task Speaks(string language) => Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);

    public Task At(string pattern) => Page.WaitForURLAsync(pattern);

    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Nothing on the page keeps anybody out, and nothing sticks out sideways.</summary>
    public async Task AssertAccessible(string where)
    {
        // At its end, where the bar with the held time lies over nothing: what scrolls under it is not too small, only on its way.
        await Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        var result = await Page.RunAxe(Rules);
        Assert.True(result.Violations.Length == 0, $"{where}: " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id} {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
        Assert.False(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{where} is wider than the screen.");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // What a click sets off is marked as busy a frame or two later; before that the page looks as quiet as one that is done.
    private async Task StartsMoving()
    {
        try
        {
            await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
        catch (PlaywrightException left) when (left.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            // The page was left meanwhile, so it did move.
        }
    }
}
