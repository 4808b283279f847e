using DermSchedule.EndToEnd.Infrastructure;
using Microsoft.Playwright;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>A worried person types, reloads, presses Back and picks too many photos: nothing is lost in silence, and no page is a dead end.</summary>
public sealed class WorriedTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task What_was_typed_is_there_when_the_page_is_reloaded_at_once()
    {
        await using var patient = await clinic.Visitor();
        await patient.Open("/demo/book");
        await patient.SayWhoComes();

        for (var round = 1; round <= 5; round++)
        {
            var words = $"It itches at night, for {round} weeks";
            await patient.Page.Locator("#words").FillAsync(words);

            // The field is not left: only the last keys were pressed.
            await patient.Page.ReloadAsync();

            await Assertions.Expect(patient.Page.Locator("#words")).ToHaveValueAsync(words, new LocatorAssertionsToHaveValueOptions { Timeout = 60_000 });
        }

        Assert.Empty(patient.Refused);
        Assert.Equal(0, await patient.Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task What_was_typed_is_saved_a_moment_after_the_last_key()
    {
        await using var patient = await clinic.Visitor();
        await patient.Open("/demo/book");
        await patient.SayWhoComes();

        var saved = patient.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && (response.Request.PostData ?? "").Contains("act=keep", StringComparison.Ordinal));
        await patient.Page.Locator("#words").PressSequentiallyAsync("It burns");
        await saved;

        var second = await patient.AnotherTab();
        await second.Open("/demo/book/concern");
        Assert.Equal("It burns", await second.Page.InputValueAsync("#words"));
    }

    [Fact]
    public async Task The_page_with_the_numbers_is_fetched_once_and_Back_from_it_is_no_dead_end()
    {
        await using var patient = await clinic.Visitor();
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("#words").FillAsync("My lips are swollen and I can't breathe");
        List<string> fetched = [];
        patient.Page.Request += (_, request) => fetched.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");

        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/help");
        await patient.Settle();
        Assert.Single(fetched, call => call == "GET /demo/book/help");

        await patient.Page.Locator("#phone").FillAsync("12");
        await patient.Press("form:has(#phone) button");
        Assert.True(await patient.Page.Locator("#phone-error").IsVisibleAsync());
        await patient.Page.Locator("#phone").FillAsync("646 555 0187");
        await patient.Page.Locator("#phone").PressAsync("Enter");
        await Assertions.Expect(patient.Page.Locator("#phone")).ToHaveCountAsync(0);
        await patient.Speaks("en");
        await patient.Page.GoBackAsync();
        await Assertions.Expect(patient.Page.Locator("h1")).ToContainTextAsync("Call 911 now");
    }

    [Theory]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("es-US", ColorScheme.Dark)]
    public async Task The_page_with_the_numbers_holds_a_half_typed_one_and_keeps_nobody_out_on_a_narrow_phone(string language, ColorScheme theme)
    {
        await using var patient = await clinic.Visitor(width: 320, language: language, theme: theme);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.Page.Locator("#words").FillAsync("My lips are swollen and I can't breathe");
        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/help");
        await patient.AssertAccessible("help");

        await patient.Page.Locator("#phone").FillAsync("646 55");
        await patient.Press(".bar button");

        await patient.Speaks(language == "en-US" ? "es" : "en");
        Assert.Equal("646 55", await patient.Page.InputValueAsync("#phone"));
        await patient.AssertAccessible("help in the other language");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_seventh_photo_is_spoken_of_and_each_has_a_name_of_its_own(bool scripts)
    {
        await using var patient = await clinic.Visitor(width: 320, scripts: scripts);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.SayWhatFor("acne");

        if (scripts)
        {
            await patient.Page.SetInputFilesAsync("#photo", Enumerable.Range(1, 8).Select(Photo));
            await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(6);
            await Assertions.Expect(patient.Page.Locator(".upload-note")).ToContainTextAsync("Not added: 2.");
            await patient.AssertAccessible("six photos");
        }

        for (var i = 1; i <= 6 && !scripts; i++)
        {
            await patient.Page.SetInputFilesAsync("#photo", Photo(i));
            await patient.Press(".photo-form noscript button, .photo-form button:not([name])");
        }

        await patient.Page.ReloadAsync();
        var note = patient.Page.Locator(".upload-note");
        await Assertions.Expect(note).ToContainTextAsync("You have 6 photos.");
        Assert.True(await note.IsVisibleAsync());
        Assert.False(await patient.Page.Locator(".upload-add").IsVisibleAsync());
        var names = await patient.Page.Locator(".upload button").EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.getAttribute('aria-label')).filter(name => name)");
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"Remove: Photo {number}: Close up"), names);

        await patient.Press(".upload:nth-child(2) button[value^='remove:']");
        await Assertions.Expect(patient.Page.Locator(".upload")).ToHaveCountAsync(5);
        await Assertions.Expect(patient.Page.Locator(".upload b").Nth(1)).ToHaveTextAsync("Photo 2: Close up");
        await Assertions.Expect(note).ToHaveTextAsync("");
        await Assertions.Expect(patient.Page.Locator(".upload-add")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_that_are_no_photos_take_nobodys_place()
    {
        await using var patient = await clinic.Visitor(width: 390);
        await patient.Open("/demo/book");
        await patient.SayWhoComes();
        await patient.SayWhatFor("acne");

        await patient.Page.SetInputFilesAsync("#photo", [new FilePayload { Name = "note.jpg", MimeType = "image/jpeg", Buffer = "no photo"u8.ToArray() }]);
        await Assertions.Expect(patient.Page.Locator(".upload[data-trouble=wrongKind]")).ToHaveCountAsync(1);
        await patient.Page.SetInputFilesAsync("#photo", [new FilePayload { Name = "huge.png", MimeType = "image/png", Buffer = new byte[(10 * 1024 * 1024) + 1] }, .. Enumerable.Range(1, 6).Select(Photo)]);

        await Assertions.Expect(patient.Page.Locator(".upload[data-state=kept]")).ToHaveCountAsync(6);
        await Assertions.Expect(patient.Page.Locator(".upload-note")).ToContainTextAsync("You have 6 photos.");
        Assert.Equal(
            ["note.jpg", "huge.png", .. Enumerable.Range(1, 6).Select(number => $"Photo {number}: Close up")],
            await patient.Page.Locator(".upload b").AllInnerTextsAsync());
        await patient.AssertAccessible("six photos and two that are none");

        await patient.Page.ReloadAsync();
        await Assertions.Expect(patient.Page.Locator(".upload .muted").First).ToContainTextAsync("Saved Tue, Dec 1");
    }

    [Theory]
    [InlineData(390, ColorScheme.Light, "en-US")]
    [InlineData(820, ColorScheme.Dark, "es-US")]
    [InlineData(1440, ColorScheme.Light, "es-US")]
    public async Task A_step_stands_in_the_middle_and_a_babys_age_is_asked_in_months(int width, ColorScheme theme, string language)
    {
        await using var patient = await clinic.Visitor(width: width, theme: theme, language: language);
        await patient.Open("/demo/book");
        await patient.SayWhoComes("child");
        await patient.AssertAccessible("concern");

        var middle = await patient.Page.EvaluateAsync<double[]>("['#concern', '.steps'].map(part => { const box = document.querySelector(part).getBoundingClientRect(); return box.left + box.width / 2 - document.documentElement.clientWidth / 2; })");
        Assert.All(middle, off => Assert.InRange(off, -1, 1));

        await patient.Page.Locator("#age").FillAsync("2");
        await patient.Page.Locator("input[name=ageUnit][value=months]").CheckAsync(new LocatorCheckOptions { Force = true });
        await patient.Page.Locator("#words").FillAsync("fever since last night");
        await patient.Press("#concern button[value=go]");
        await patient.At("**/book/help");
    }

    private static FilePayload Photo(int number) => new() { Name = $"spot{number}.png", MimeType = "image/png", Buffer = Pixel };

    /// <summary>A whole PNG of one pixel.</summary>
    private static byte[] Pixel => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
