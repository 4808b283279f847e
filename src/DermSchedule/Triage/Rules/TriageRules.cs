using System.Globalization;

namespace DermSchedule.Triage;

/// <summary>
/// A version of the triage rules, ready to be used. The standard set is not signed off by a dermatologist yet: <see cref="SignedOffBy"/> is null, and the product says so
/// (triage.md). Immutable; one instance serves all requests.
/// </summary>
public sealed class TriageRules
{
    private static readonly Lazy<TriageRules> Shipped = new(Read);

    private readonly RuleFile file;
    private readonly IReadOnlyList<SignRow> signs;

    private TriageRules(RuleFile file, IReadOnlyList<SignRow> signs, SymptomReader text, string suffix)
    {
        (this.file, this.signs, Text) = (file, signs, text);
        Version = file.Version + suffix;
        Concerns = [.. file.Concerns.Select(row => new TriageConcern(row.Code, row.En, row.Es, row.Cosmetic) { Signs = row.Signs, Questions = row.Questions, Recommends = row.Recommends })];
        Flags = [.. file.Flags.Select(Flag)];
        Questions = [.. Text.Signs.Values.Select(sign => sign.Question)];
    }

    public static TriageRules Standard => Shipped.Value;

    public string Version { get; }

    /// <summary>First local date on which these rules hold, ISO 8601.</summary>
    public string EffectiveFrom => file.Effective;

    /// <summary>The dermatologist who answers for these rules; null means nobody yet.</summary>
    public string? SignedOffBy => file.SignedOffBy;

    public IReadOnlyList<TriageConcern> Concerns { get; }

    public IReadOnlyList<TriageQuestion> Questions { get; }

    public IReadOnlyList<FlagRule> Flags { get; }

    internal SymptomReader Text { get; }

    internal IReadOnlyDictionary<string, Sign> Signs => Text.Signs;

    internal IReadOnlyList<ModifierRow> Modifiers => file.Modifiers;

    /// <summary>Whether somebody may be asked this: by these rules, or by a clinic that added words of its own to one of their flags.</summary>
    internal bool Asks(string id) => Signs.ContainsKey(id) || Flags.Any(flag => string.Equals(id, ClinicRules.CodeOf(flag.Code), StringComparison.Ordinal));

    internal IReadOnlyList<string> BabyQuestions => file.BabyQuestions;

    /// <summary>Which kind of visit a sign in the text speaks for.</summary>
    internal IReadOnlyDictionary<string, string> Topics => file.Topics;

    /// <summary>An unknown code is "other": nobody is turned away over a word.</summary>
    public TriageConcern Concern(string? code) =>
        Concerns.FirstOrDefault(concern => string.Equals(concern.Code, code, StringComparison.OrdinalIgnoreCase)) ?? Concerns.Single(concern => concern.Code == "other");

    /// <summary>What is wrong with a clinic's tightening, in plain sentences; empty when it may be used.</summary>
    public static IReadOnlyList<string> Check(Tightening tightening) => TighteningCheck.Of(Standard, tightening);

    /// <summary>The tightenings of an older standard as far as they tighten this one.</summary>
    public static IReadOnlyList<Tightening> StillTightening(IReadOnlyList<Tightening> own) => ClinicRules.Fitting(Standard, own);

    /// <summary>As it is kept with each triage: <c>2026.11.2+3</c> is the standard of that name with a practice's third version of its own.</summary>
    public static string VersionOf(string standard, int number) => string.Create(CultureInfo.InvariantCulture, $"{standard}+{number}");

    /// <summary>These rules with a clinic's additions. Ask <see cref="Check"/> first: a tightening with complaints is a slip of the caller.</summary>
    /// <param name="by">None of them gives these rules as they are, under the practice's number.</param>
    /// <param name="number">Of the practice's own version; absent while they are only tried.</param>
    /// <exception cref="ArgumentException">One of them would loosen a rule or cannot be read.</exception>
    public TriageRules Tightened(IReadOnlyList<Tightening> by, int? number = null)
    {
        var complaints = by.SelectMany(Check).ToList();
        if (complaints.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', complaints), nameof(by));
        }

        var suffix = number is { } own ? VersionOf("", own) : by.Count == 0 ? "" : "+clinic";
        SignRow[] added = [.. ClinicRules.Signs(file, signs, by)];

        return suffix.Length == 0 ? this : new TriageRules(ClinicRules.Flags(file, by), [.. signs, .. added], Text.With(added), suffix);
    }

    private static TriageRules Read()
    {
        var rows = RuleResources.Signs();
        return new TriageRules(RuleResources.Rules(), rows, new SymptomReader(RuleResources.Words(), rows), "");
    }

    private static FlagRule Flag(FlagRow row) => new(row.Code, row.Combos.Max(combo => combo.Tier) ?? Disposition.Routine, row.En, row.Es, row.Help, row.Unproven)
    {
        Combos = [.. row.Combos.Select(combo => new Combo(combo.Tier, [.. combo.All.Select(sign => sign.Split('|'))], combo.Ask ?? [], combo.DoubtCounts || combo.Tier < Disposition.SameDay))],
    };
}
