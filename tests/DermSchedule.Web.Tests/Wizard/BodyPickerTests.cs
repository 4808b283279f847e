using System.Text.RegularExpressions;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>The list is for everybody; the map shows and offers the same places and no others.</summary>
public sealed partial class BodyPickerTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public async Task Every_place_has_a_box_with_a_name_of_its_own(Language language)
    {
        var html = await Rendered.Of<BodyPicker>(language);
        var t = new Texts(language);

        Assert.All(BodyAreas.All, area => Assert.Contains($"name=\"where\" value=\"{area}\"", html, StringComparison.Ordinal));
        Assert.Equal(BodyAreas.All.Count, BodyAreas.All.Select(t.Area).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_is_ticked_and_nothing_else()
    {
        var html = await Rendered.Of<BodyPicker>(Language.English, (nameof(BodyPicker.Chosen), new[] { "arms", "nails", "tail" }));

        Assert.Equal(["arms", "nails"], Ticked().Matches(html).Select(match => match.Groups["area"].Value));
        Assert.DoesNotContain("tail", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_offers_the_places_of_the_list_and_is_hidden_from_screen_readers()
    {
        var html = await Rendered.Of<BodyPicker>(Language.English);
        var map = html[html.IndexOf("bodymap", StringComparison.Ordinal)..html.IndexOf("area-list", StringComparison.Ordinal)];
        var drawn = Drawn().Matches(map).Select(match => match.Groups["area"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(BodyAreas.All.Except(["all_over"], StringComparer.Ordinal).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
        Assert.Contains("aria-hidden=\"true\"", map, StringComparison.Ordinal);
        Assert.DoesNotContain("tabindex", map, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ticked_is_filled_on_the_map_without_a_script()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "src", "DermSchedule.Web", "wwwroot", "css", "journey.css"));

        Assert.All(BodyAreas.All.Except(["all_over"], StringComparer.Ordinal), area => Assert.Contains($".areas:has([value=\"{area}\"]:checked) [data-area=\"{area}\"]", sheet, StringComparison.Ordinal));
        Assert.Contains(".areas:has([value=\"all_over\"]:checked) [data-area]", sheet, StringComparison.Ordinal);
    }

    [GeneratedRegex("value=\"(?<area>\\w+)\" checked", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Ticked();

    [GeneratedRegex("data-area=\"(?<area>\\w+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Drawn();
}
