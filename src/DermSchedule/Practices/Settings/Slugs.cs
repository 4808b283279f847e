using System.Text.RegularExpressions;

namespace DermSchedule.Practices;

/// <summary>Which words may stand for a clinic in an address (api.md).</summary>
public static partial class Slugs
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "api", "docs", "openapi", "health", "m", "o", "w", "staff", "sign-in", "assets", "problems", "simulator", "metrics", "widget",
    };

    public static bool IsValid(string slug) => Pattern().IsMatch(slug) && !Reserved.Contains(slug);

    [GeneratedRegex(@"^[a-z0-9](-?[a-z0-9]){1,39}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
