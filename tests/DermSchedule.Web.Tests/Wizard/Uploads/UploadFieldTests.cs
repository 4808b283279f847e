using System.Text.Json;
using System.Text.RegularExpressions;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard.Uploads;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard.Uploads;

/// <summary>A picture reaches the clinic from a phone's camera or gallery, with scripts or without, and can be taken back.</summary>
public sealed partial class UploadFieldTests
{
    private static readonly KeptPhoto Spot = new("01900000-0000-7000-8000-000000000001", "image/jpeg", "Close \"up\"", "/preview/1");

    [Fact]
    public async Task Camera_and_gallery_are_both_offered()
    {
        var html = await Photos();

        Assert.Contains("type=\"file\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"photo\" accept=\"image/jpeg,image/png,image/webp,image/heic,image/heif\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("capture", html, StringComparison.Ordinal);
        Assert.DoesNotContain("required", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_not_shown_is_told_from_others_by_when_it_was_saved()
    {
        var html = await Photos(Spot with { At = "Tue, Dec 1, 9:30 AM" });

        Assert.Contains("Saved Tue, Dec 1, 9:30 AM", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_can_be_taken_back_without_a_script()
    {
        var html = await Photos(Spot);

        Assert.Contains($"name=\"act\" value=\"remove:{Spot.Id}\" formnovalidate", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Remove: Photo 1: Close &quot;up&quot;\"", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/preview/1\" alt", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_may_not_be_shown_is_only_said_to_be_there()
    {
        var html = await Rendered.Of<CardField>(Language.English, (nameof(CardField.UploadUrl), "/up"), (nameof(CardField.Back), Spot with { PreviewUrl = null }));

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("remove:" + Spot.Id, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_of_the_card_has_a_field_of_its_own_for_one_picture()
    {
        var html = await Rendered.Of<CardField>(Language.Spanish, (nameof(CardField.UploadUrl), "/up"));

        Assert.Equal(["front", "back"], Files().Matches(html).Select(match => match.Groups["name"].Value));
        Assert.DoesNotContain("multiple", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "data-photos-most-value=\"1\"", RegexOptions.None, TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public async Task The_script_speaks_the_language_of_the_page(Language language)
    {
        var html = await Rendered.Of<PhotoField>(language, (nameof(PhotoField.UploadUrl), "/up"));
        var json = System.Net.WebUtility.HtmlDecode(Words().Match(html).Groups["words"].Value);
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "DermSchedule.Web", "Assets", "src", "photos.ts"));
        var asked = Asked().Match(script).Groups["names"].Value;

        Assert.Equal(asked.Split('|', StringSplitOptions.TrimEntries).Select(name => name.Trim('"')).Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Texts(language).PhotoTooBig, words["tooBig"]);
    }

    [Fact]
    public async Task What_was_wrong_stands_at_the_field_and_is_read_with_it()
    {
        var html = await Rendered.Of<PhotoField>(Language.English, (nameof(PhotoField.UploadUrl), "/up"), (nameof(PhotoField.Error), "Too large"), (nameof(PhotoField.Distance), "far"));

        Assert.Contains("id=\"photo-error\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"photo-hint photo-error\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"far\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_lets_a_preview_be_drawn_and_nothing_from_elsewhere()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        using var answer = await client.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("img-src 'self' data: blob:;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    private static Task<string> Photos(params KeptPhoto[] kept) =>
        Rendered.Of<PhotoField>(Language.English, (nameof(PhotoField.UploadUrl), "/up"), (nameof(PhotoField.Kept), kept));

    [GeneratedRegex("type=\"file\" id=\"\\w+\" name=\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Files();

    [GeneratedRegex("data-photos-words-value=\"(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Words();

    [GeneratedRegex("type Words = Record<(?<names>[^,]*),", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Asked();
}
