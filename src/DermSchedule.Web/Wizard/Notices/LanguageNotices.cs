using System.Text.Json;

namespace DermSchedule.Web.Wizard.Notices;

/// <summary>
/// "Language help is free" in the fifteen languages most needed where the clinic is (R-LA-2). Lists and sentences are data, and wait for review:
/// docs/translations.md.
/// </summary>
public static class LanguageNotices
{
    private static readonly Sentences Said = Read<Sentences>("Languages.json");

    private static readonly Lists Spoken = Read<Lists>("States.json");

    private static readonly StateInAddress Address = new(Spoken.States.ToDictionary(state => state.Key, state => state.Value.Name, StringComparer.Ordinal));

    /// <summary>The fifty states, DC and Puerto Rico, by their postal letters.</summary>
    public static IReadOnlyDictionary<string, State> States => Spoken.States;

    /// <summary>Every language that has a sentence, BCP 47.</summary>
    public static IReadOnlyCollection<string> Languages => [.. Said.Languages.Keys];

    /// <summary>Whether the texts have been checked, in words.</summary>
    public static string Status => Said.Status;

    /// <summary>The sentences for the state in this address; the national list where the address names none.</summary>
    public static IReadOnlyList<Notice> For(string address, string phone)
    {
        var languages = Spoken.States.TryGetValue(StateOf(address), out var state) ? state.Languages : Spoken.Elsewhere;
        return [.. languages.Split(' ').Select(code => Of(code, Said.Languages[code], phone))];
    }

    /// <summary>"NY" of "214 West 17th Street, New York, NY 10011"; empty where there is none.</summary>
    internal static string StateOf(string address) => Address.Find(address);

    private static Notice Of(string code, Sentence said, string phone) =>
        new(code, said.Name, said.Tag.Replace("{0}", Isolated(phone), StringComparison.Ordinal), said.RightToLeft);

    // A number keeps its own direction inside a sentence that runs from right to left, and stays in one piece.
    private static string Isolated(string phone) => $"\u2066{phone.Replace(' ', '\u00a0').Replace('-', '\u2011')}\u2069";

    private static T Read<T>(string file)
    {
        using var stream = typeof(LanguageNotices).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    /// <param name="Code">BCP 47.</param>
    /// <param name="Name">As its speakers write it.</param>
    /// <param name="Text">One sentence with the clinic's phone.</param>
    public sealed record Notice(string Code, string Name, string Text, bool RightToLeft);

    /// <param name="Name">As written out in an address.</param>
    /// <param name="Source">Starts with "confirmed" where a published list for this state was found, else "unconfirmed".</param>
    /// <param name="Languages">Fifteen codes with spaces between, the one with most speakers of limited English first.</param>
    public sealed record State(string Name, string Source, string Languages);

    private sealed record Lists(string Source, string Elsewhere, IReadOnlyDictionary<string, State> States);

    private sealed record Sentences(string Status, string Source, IReadOnlyDictionary<string, Sentence> Languages);

    private sealed record Sentence(string Name, string Tag, bool RightToLeft);
}
