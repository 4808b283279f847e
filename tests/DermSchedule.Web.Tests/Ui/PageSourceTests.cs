using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Ui;

/// <summary>Pages are compositions: they ask the rooms' use cases and own no query, no style and no script of their own.</summary>
public sealed class PageSourceTests
{
    private const int LongestComponent = 150;

    private static readonly string[] NeverInPages = ["ScheduleDb", "DbContext", "EntityFrameworkCore", "MarkupString", "IJSRuntime"];
    private static readonly string[] NeverInMarkup = [" style=\"", "<style", "onclick=", "onchange=", "javascript:", "<script>", "https://fonts"];

    public static TheoryData<string> Files() =>
    [
        .. new[] { "Ui", "Wizard" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "DermSchedule.Web", folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_page_asks_use_cases_and_stays_small(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.All(NeverInPages, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.True(!file.EndsWith(".razor", StringComparison.Ordinal) || text.Count(character => character == '\n') <= LongestComponent, $"{file} is too long.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Markup_has_nothing_the_content_security_policy_refuses(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.All(NeverInMarkup, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }
}
