using System.Text.RegularExpressions;

namespace DermSchedule.Web.Wizard.Notices;

/// <summary>
/// Reads the state out of an address somebody typed as one line: before the ZIP code, by its letters or its name, in any case. Without a ZIP code only
/// after a comma at the end, so that "12 Ohio" stays a street.
/// </summary>
internal sealed partial class StateInAddress
{
    // Longest first, so that West Virginia is not read as Virginia.
    private readonly (string Written, string Letters)[] ways;

    public StateInAddress(IReadOnlyDictionary<string, string> names) => ways =
        [.. names.SelectMany(state => new[] { (state.Value, state.Key), (state.Key, state.Key) }).OrderByDescending(way => way.Item1.Length)];

    /// <summary>Postal letters; empty where the address names no state.</summary>
    public string Find(string address)
    {
        var line = Spaces().Replace(address.Replace(".", "", StringComparison.Ordinal), " ");

        // From the end: a house number or a suite may have five digits too.
        return ZipCodes().Matches(line).Reverse().Select(zip => Last(line[..zip.Index])).FirstOrDefault(state => state.Length > 0)
            ?? AtTheEnd(Country().Replace(line, ""));
    }

    private string AtTheEnd(string line)
    {
        var state = line[(line.LastIndexOf(',') + 1)..].Trim();
        return line.Contains(',', StringComparison.Ordinal) ? ways.FirstOrDefault(way => way.Written.Equals(state, StringComparison.OrdinalIgnoreCase)).Letters ?? "" : "";
    }

    private string Last(string line)
    {
        var before = line.TrimEnd(' ', ',');
        return ways.FirstOrDefault(way => Ends(before, way.Written)).Letters ?? "";
    }

    private static bool Ends(string line, string word) =>
        line.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (line.Length == word.Length || !char.IsLetterOrDigit(line[^(word.Length + 1)]));

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![0-9])[0-9]{5}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZipCodes();

    [GeneratedRegex(@"[ ,]+(USA?|United States( of America)?)?[ ,]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Country();
}
