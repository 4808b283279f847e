namespace DermSchedule.Triage;

/// <summary>
/// A version of the triage rules, ready to be used. The standard set is not signed off by a dermatologist yet: <see cref="SignedOffBy"/> is null, and the product says so
/// (triage.md). Immutable; one instance serves all requests.
/// </summary>
public sealed class TriageRules
{
    private static readonly Lazy<TriageRules> Shipped = new(() => new TriageRules(RuleResources.Rules(), RuleResources.Signs(), RuleResources.Words(), []));

    private readonly RuleFile file;
    private readonly IReadOnlyList<SignRow> signs;
    private readonly WordFile words;

    private TriageRules(RuleFile file, IReadOnlyList<SignRow> signs, WordFile words, IReadOnlyList<Tightening> tightened)
    {
        (this.file, this.signs, this.words) = (file, signs, words);
        Version = file.Version + (tightened.Count == 0 ? "" : "+clinic");
        Concerns = [.. file.Concerns.Select(row => new TriageConcern(row.Code, row.En, row.Es, row.Cosmetic) { Signs = row.Signs, Questions = row.Questions, Recommends = row.Recommends })];
        Flags = [.. file.Flags.Select(Flag)];
        Text = new SymptomReader(words, signs);
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
    internal bool Asks(string id) => Signs.ContainsKey(id) || Flags.Any(flag => string.Equals(id, "clinic_" + flag.Code, StringComparison.Ordinal));

    internal IReadOnlyList<string> BabyQuestions => file.BabyQuestions;

    /// <summary>Which kind of visit a sign in the text speaks for.</summary>
    internal IReadOnlyDictionary<string, string> Topics => file.Topics;

    /// <summary>An unknown code is "other": nobody is turned away over a word.</summary>
    public TriageConcern Concern(string? code) =>
        Concerns.FirstOrDefault(concern => string.Equals(concern.Code, code, StringComparison.OrdinalIgnoreCase)) ?? Concerns.Single(concern => concern.Code == "other");

    /// <summary>What is wrong with a clinic's tightening, in plain sentences; empty when it may be used.</summary>
    public static IReadOnlyList<string> Check(Tightening tightening) => TighteningCheck.Of(Standard, tightening);

    /// <summary>These rules with a clinic's additions. Ask <see cref="Check"/> first: a tightening with complaints is a slip of the caller.</summary>
    /// <exception cref="ArgumentException">One of them would loosen a rule or cannot be read.</exception>
    public TriageRules Tightened(IReadOnlyList<Tightening> by)
    {
        var complaints = by.SelectMany(Check).ToList();
        if (complaints.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', complaints), nameof(by));
        }

        return by.Count == 0 ? this : new TriageRules(ClinicRules.Flags(file, by), [.. signs, .. ClinicRules.Signs(file, signs, by)], words, by);
    }

    private static FlagRule Flag(FlagRow row) => new(row.Code, row.Combos.Max(combo => combo.Tier) ?? Disposition.Routine, row.En, row.Es, row.Help, row.Unproven)
    {
        Combos = [.. row.Combos.Select(combo => new Combo(combo.Tier, [.. combo.All.Select(sign => sign.Split('|'))], combo.Ask ?? [], combo.DoubtCounts || combo.Tier < Disposition.SameDay))],
    };
}
