using System.Text.RegularExpressions;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Ui;

/// <summary>An old browser gets a small plain page, a new one the whole look, and neither a mixture.</summary>
public sealed partial class SheetTests
{
    private const string New = "@supports (color: light-dark(#000, #fff)) {";
    private const string Old = "@supports not (color: light-dark(#000, #fff)) {";
    private const int MostBasicBytes = 3 * 1024;

    [Fact]
    public async Task The_plain_sheet_comes_first_and_the_journey_last()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var page = await client.GetStringAsync("/");

        // One sheet where they were bundled, and its parts stand in the same order.
        string[] parts = ["basic", "tokens", "components", "patient", "pages", "journey"];
        var sheets = Sheet().Matches(page).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(page.Contains("/dist/app.", StringComparison.Ordinal) ? ["patient"] : parts, sheets);
        var bundled = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "DermSchedule.Web", "Assets", "src", "patient.css"));
        Assert.Equal(parts.Prepend("fonts"), Import().Matches(bundled).Select(match => match.Groups["name"].Value));
    }

    [Fact]
    public void The_plain_sheet_is_small_and_speaks_to_old_browsers_only()
    {
        var sheet = Read("basic");

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(sheet), 1, MostBasicBytes);
        Assert.StartsWith(Old, WithoutComments(sheet), StringComparison.Ordinal);
        Assert.Equal(1, Blocks(WithoutComments(sheet)));
    }

    [Theory]
    [InlineData("components")]
    [InlineData("patient")]
    [InlineData("pages")]
    [InlineData("journey")]
    public void The_others_speak_to_new_browsers_only(string name)
    {
        var sheet = WithoutComments(Read(name));

        Assert.StartsWith(New, sheet, StringComparison.Ordinal);
        Assert.Equal(1, Blocks(sheet));
    }

    [Fact]
    public void The_sheet_of_the_help_page_needs_nothing_that_is_new()
    {
        var sheet = WithoutComments(Read("help"));

        Assert.All(new[] { "light-dark", "@layer", "@import", "url(", "&", ":has(", "color-mix" }, word => Assert.DoesNotContain(word, sheet, StringComparison.Ordinal));
    }

    /// <summary>How many blocks stand side by side: one, when the condition holds for the whole sheet.</summary>
    private static int Blocks(string sheet)
    {
        var (depth, blocks) = (0, 0);

        foreach (var sign in sheet)
        {
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            blocks += sign == '}' && depth == 0 ? 1 : 0;
        }

        Assert.Equal(0, depth);
        return blocks;
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, "src", "DermSchedule.Web", "wwwroot", "css", name + ".css"));

    private static string WithoutComments(string sheet) => Comment().Replace(sheet, "").Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex("@import \".*?(?<name>[a-z]+)\\.css\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Import();

    [GeneratedRegex("rel=\"stylesheet\" href=\"/(css|dist)/(?<name>[a-z]+)\\.", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sheet();
}
