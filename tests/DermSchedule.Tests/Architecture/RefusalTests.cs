using System.Reflection;
using System.Text.RegularExpressions;
using DermSchedule.Kernel;
using Xunit;

namespace DermSchedule.Tests.Architecture;

/// <summary>A refusal's code is public API: declared once, explained on a page, said in every language (architecture.md 3.4).</summary>
public sealed partial class RefusalTests
{
    [Fact]
    public void Every_code_is_declared_once()
    {
        var twice = Declared().GroupBy(declaration => declaration.Code, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(declaration => declaration.File))}");

        Complaints.None(twice);
    }

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Assert.Equal(
        Codes(), Directory.GetFiles(Path.Combine(Repository.Root, "docs", "problems"), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    [Fact]
    public void Every_page_starts_with_its_code_and_says_what_to_do() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "problems"), "*.md"),
        page =>
        {
            var text = File.ReadAllText(page);
            Assert.StartsWith($"# {Path.GetFileNameWithoutExtension(page)}\n\nHTTP status ", text, StringComparison.Ordinal);
            Assert.Contains("## What to do", text, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_code_is_said_in_every_language()
    {
        Assert.Equal(Codes(), RefusalTexts.Codes.Order(StringComparer.Ordinal));
        Assert.All(Codes(), code => Assert.NotEqual(RefusalTexts.Of(code, "en"), RefusalTexts.Of(code, "es-MX")));
    }

    [Fact]
    public void Every_refusal_of_the_rooms_has_a_status()
    {
        var refusals = typeof(Rooms).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Refusal)).Select(field => (Refusal)field.GetValue(null)!).ToList();

        Assert.NotEmpty(refusals);
        Assert.All(refusals, refusal => Assert.InRange(refusal.Kind.Status(), 400, 499));
    }

    private static IEnumerable<string> Codes() => Declared().Select(declaration => declaration.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Code, string File)> Declared() =>
        from file in Repository.Sources("src")
        from Match match in Declaration().Matches(File.ReadAllText(file))
        select (match.Groups["code"].Value, Repository.Relative(file));

    // A refusal of a room names its kind, one of HTTP itself its status.
    [GeneratedRegex("new(?: Refusal)?\\((?:RefusalKind\\.\\w+|StatusCodes\\.Status\\w+),\\s*\"(?<code>[a-z_]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
