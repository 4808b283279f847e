using System.Text.Json;
using System.Text.RegularExpressions;

namespace DermSchedule.Web.Wizard.Notices;

/// <summary>
/// "Language help is free" in the fifteen languages most needed where the clinic is (R-LA-2). Lists and sentences are data, and wait for review:
/// docs/translations.md.
/// </summary>
public static partial class LanguageNotices
{
    private static readonly Document Data = Read();

    /// <summary>States with a list of their own, by their postal letters.</summary>
    public static IReadOnlyCollection<string> States => [.. Data.States.Keys.Where(state => state.Length > 0)];

    /// <summary>Whether the texts have been checked, in words.</summary>
    public static string Status => Data.Status;

    /// <summary>The sentences for the state in this address; the national list where the state has none or the address names none.</summary>
    public static IReadOnlyList<Notice> For(string address, string phone) =>
        [.. (Data.States.GetValueOrDefault(StateOf(address)) ?? Data.States[""]).Select(code => Of(code, Data.Languages[code], phone))];

    /// <summary>"NY" of "214 West 17th Street, New York, NY 10011"; empty where there is none.</summary>
    internal static string StateOf(string address) => StateAndCode().Match(address) is { Success: true } match ? match.Groups["state"].Value : "";

    private static Notice Of(string code, Said said, string phone) =>
        new(code, said.Name, said.Tag.Replace("{0}", Isolated(phone), StringComparison.Ordinal), said.RightToLeft);

    // A number keeps its own direction inside a sentence that runs from right to left, and stays in one piece.
    private static string Isolated(string phone) => $"\u2066{phone.Replace(' ', '\u00a0').Replace('-', '\u2011')}\u2069";

    private static Document Read()
    {
        using var stream = typeof(LanguageNotices).Assembly.GetManifestResourceStream("Languages.json")!;
        return JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex(@"\b(?<state>[A-Z]{2})[ \u00a0]+\d{5}(-\d{4})?\b", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StateAndCode();

    /// <param name="Code">BCP 47.</param>
    /// <param name="Name">As its speakers write it.</param>
    /// <param name="Text">One sentence with the clinic's phone.</param>
    public sealed record Notice(string Code, string Name, string Text, bool RightToLeft);

    private sealed record Document(string Status, string Source, IReadOnlyDictionary<string, string[]> States, IReadOnlyDictionary<string, Said> Languages);

    private sealed record Said(string Name, string Tag, bool RightToLeft);
}
