using Xunit;

namespace DermSchedule.EndToEnd.Infrastructure;

/// <summary>Going through a page with the keyboard alone.</summary>
internal static class Keys
{
    /// <summary>More stops than any page has.</summary>
    private const int MostStops = 120;

    /// <summary>Presses Tab until the focus is there, and then the key.</summary>
    /// <param name="visitor">Whose keyboard.</param>
    /// <param name="selector">Where to.</param>
    /// <param name="key">What to press there; null for nothing.</param>
    /// <param name="look">What to look at on every stop of the way.</param>
    public static async Task Reach(this Visitor visitor, string selector, string? key, Func<Task>? look = null)
    {
        await visitor.Settle();

        for (var stop = 0; stop < MostStops; stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");

            if (look is not null)
            {
                await look();
            }

            if (await visitor.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                if (key is not null)
                {
                    await visitor.Page.Keyboard.PressAsync(key);
                }

                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
