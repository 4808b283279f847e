using System.Text.Json;
using System.Text.Json.Serialization;

namespace DermSchedule.Triage;

/// <summary>The rules as they lie in the resource <c>standard.json</c>: what is asked, what is raised, and who signed it.</summary>
internal sealed record RuleFile(
    string Version,
    string Effective,
    string? SignedOffBy,
    IReadOnlyList<ConcernRow> Concerns,
    IReadOnlyList<FlagRow> Flags,
    IReadOnlyList<ModifierRow> Modifiers,
    IReadOnlyDictionary<string, string> Topics)
{
    /// <summary>Asked first about a child who is not yet one year old.</summary>
    public IReadOnlyList<string> BabyQuestions { get; init; } = [];
}

/// <param name="Signs">What choosing this concern says by itself.</param>
/// <param name="Questions">Best first; the first eight that fit the person are asked.</param>
internal sealed record ConcernRow(string Code, string En, string Es, bool Cosmetic, IReadOnlyList<string> Signs, IReadOnlyList<string> Questions, IReadOnlyList<string> Recommends);

/// <param name="Unproven">Rests on general clinical knowledge (◇ of triage.md): must be signed off before anything else.</param>
internal sealed record FlagRow(string Code, string En, string Es, Help Help, bool Unproven, IReadOnlyList<ComboRow> Combos);

/// <summary>Signs that together raise a flag; "a|b" is met by either.</summary>
/// <param name="Tier">Null where the signs are only a reason to ask.</param>
/// <param name="Ask">What to ask when they hold.</param>
/// <param name="DoubtCounts">A clinic raised it from a tier where doubt is enough; it stays enough, or raising would lose people.</param>
internal sealed record ComboRow(Disposition? Tier, IReadOnlyList<string> All, IReadOnlyList<string>? Ask, bool DoubtCounts = false);

/// <summary>Something about the person that raises certain flags by one tier (triage.md 1.7).</summary>
internal sealed record ModifierRow(string Code, string En, IReadOnlyList<string> All, IReadOnlyList<string> Raises);

/// <param name="SaidEn">Completes "You told us: …".</param>
/// <param name="Doubt">Cues too weak to believe: they lead to the question only.</param>
/// <param name="Timeless">Still true after its day.</param>
/// <param name="Areas">Parts of the body map that say it.</param>
/// <param name="People">baby, ten_up (not a child below ten) or adult where only they are asked.</param>
internal sealed record SignRow(
    string Code,
    string AskEn,
    string AskEs,
    string SaidEn,
    string SaidEs,
    IReadOnlyList<string> Cues,
    IReadOnlyList<string>? Doubt,
    IReadOnlyList<string>? Areas,
    string? People,
    bool Timeless)
{
    /// <summary>"I think" and "maybe" do not lower it: people rarely write of wanting to die in any other way.</summary>
    public bool Grave { get; init; }

    /// <summary>The question asks how somebody feels about it: "not sure" is one level up, and not the yes that it is elsewhere.</summary>
    public bool Vague { get; init; }

    /// <summary>How a parent is asked; null where the words name nobody.</summary>
    public WordingRow? Child { get; init; }

    /// <summary>How somebody is asked about another adult; null where the words name nobody.</summary>
    public WordingRow? Adult { get; init; }
}

/// <param name="Ask">The question in English. Spanish speaks to and about somebody in the same form.</param>
/// <param name="Said">Completes "You told us: …".</param>
internal sealed record WordingRow(string Ask, string Said);

/// <summary>The words cues are made of (<c>words.json</c>), and the real words that are no misspelling of them (<c>real-words.txt</c>).</summary>
internal sealed record WordFile(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Classes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Context,
    IReadOnlyDictionary<string, string> Slips,
    IReadOnlyDictionary<string, string> Emoji,
    IReadOnlyList<string> Idioms)
{
    [JsonIgnore]
    public IReadOnlyList<string> RealWords { get; init; } = [];

    [JsonIgnore]
    public PointFile Points { get; init; } = new(1, 0, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
}

/// <summary>What single words weigh (<c>points.json</c>).</summary>
/// <param name="Enough">From this sum on one question is asked.</param>
/// <param name="Calm">Down to this sum weak words are no reason to ask.</param>
/// <param name="Points">Cues by what each of them adds; a minus speaks against.</param>
internal sealed record PointFile(int Enough, int Calm, IReadOnlyDictionary<string, IReadOnlyList<string>> Points);

/// <summary>Reads the resources this assembly carries.</summary>
internal static class RuleResources
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static RuleFile Rules() => Read<RuleFile>("triage.standard.json");

    public static IReadOnlyList<SignRow> Signs() => Read<IReadOnlyList<SignRow>>("triage.signs.json");

    public static WordFile Words() => Read<WordFile>("triage.words.json") with { RealWords = Lines("triage.real-words.txt"), Points = Read<PointFile>("triage.points.json") };

    public static TrialSentences Sentences() => Read<TrialSentences>("triage.trial.json");

    private static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Plain) ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }

    private static string[] Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd().Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Stream Open(string name) =>
        typeof(RuleResources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing.");
}
