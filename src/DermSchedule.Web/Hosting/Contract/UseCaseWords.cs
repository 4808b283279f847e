using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>The summary of a use case as its source states it. Routes are named after use cases, and the compiler's documentation file lies beside the program.</summary>
internal static partial class UseCaseWords
{
    private static readonly Dictionary<string, string> Summaries = Load();

    public static string? Of(string useCase) => Summaries.GetValueOrDefault(useCase);

    private static Dictionary<string, string> Load()
    {
        var file = Path.ChangeExtension(typeof(Rooms).Assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member")
                .Where(member => member.Attribute("name")?.Value.StartsWith("T:", StringComparison.Ordinal) == true && member.Element("summary") is not null)
                .GroupBy(member => member.Attribute("name")!.Value.Split('.')[^1], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Text(group.First().Element("summary")!), StringComparer.Ordinal)
            : [];
    }

    /// <summary>Plain words: what refers to code says its last name only, and notes for the people who build this stay out.</summary>
    private static string Text(XElement summary)
    {
        foreach (var see in summary.Descendants().ToList())
        {
            see.ReplaceWith(see.Value.Length > 0 ? see.Value : see.Attribute("cref")?.Value.Split('.')[^1] ?? "");
        }

        return Plain(summary.Value);
    }

    /// <summary>One line of plain words, without notes for the people who build this.</summary>
    public static string Plain(string words) =>
        Sources().Replace(Space().Replace(words, " "), "").Replace("*(", "(", StringComparison.Ordinal).Replace(")*", ")", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@" \((?:domain|api|reliability|architecture|performance|stack)\.md[^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sources();
}
