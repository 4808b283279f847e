using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.EndToEnd.Infrastructure;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.Playwright;
using Xunit;

// A class of tests has a clinic with a clock of its own: one that lets a hold lapse takes the time from nobody beside it. Most of the time is waiting.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace DermSchedule.EndToEnd.Infrastructure;

/// <summary>
/// The demo clinic on a real port and a browser to visit it with, shared by the tests of a class: each books times of its own. Where no Chromium is installed
/// the tests are skipped and say so; in CI that is a failure.
/// </summary>
public sealed class Clinic : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private ClinicServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        if (Chromium() is not { } chromium)
        {
            return;
        }

        // A Tuesday before the clinic opens, so that a whole day of times is ahead.
        server = await ClinicServer.Start(Engine.Sqlite, "Demo:Enabled=true", "Demo:Now=2026-12-01T06:00:00-05:00");
        using var client = server.CreateClient();
        Address = client.BaseAddress!;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>A person with a device of their own.</summary>
    public async Task<Visitor> Visitor(int width = 390, int height = 844, bool scripts = true, string language = "en-US", ColorScheme theme = ColorScheme.Light)
    {
        if (browser is null)
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI needs Chromium.");
            Assert.Skip("Chromium is not installed.");
        }

        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = language,
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await Infrastructure.Visitor.Arrive(context, scripts);
    }

    /// <summary>Moves the demo clock.</summary>
    public async Task TimePasses(string duration)
    {
        using var client = server!.CreateClient();
        using var moved = await client.PostAsJsonAsync("/api/v1/demo/clock", new { advance = duration });
        Assert.True(moved.IsSuccessStatusCode, (await moved.Content.ReadFromJsonAsync<JsonElement>()).ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private static string? Chromium() => Places.Prepend(Environment.GetEnvironmentVariable("CHROME_PATH")).FirstOrDefault(File.Exists);
}
