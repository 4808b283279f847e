namespace DermSchedule.Triage;

/// <summary>A red flag as the rules have it, for the settings page and the staff.</summary>
/// <param name="Disposition">The most it can be worth before modifiers.</param>
/// <param name="AwaitsSignOff">Rests on general clinical knowledge and was not yet confirmed by a dermatologist.</param>
public sealed record FlagRule(string Code, Disposition Disposition, string LabelEnglish, string LabelSpanish, Help Help, bool AwaitsSignOff)
{
    internal IReadOnlyList<Combo> Combos { get; init; } = [];
}

/// <summary>A reason for a visit that the wizard offers.</summary>
/// <param name="Cosmetic">On the cosmetic path.</param>
public sealed record TriageConcern(string Code, string English, string Spanish, bool Cosmetic)
{
    internal IReadOnlyList<string> Signs { get; init; } = [];

    internal IReadOnlyList<string> Questions { get; init; } = [];

    internal IReadOnlyList<string> Recommends { get; init; } = [];
}

/// <summary>Signs that together mean something.</summary>
/// <param name="Disposition">Null where they are only a reason to ask.</param>
/// <param name="All">Each entry is met by any of its signs.</param>
/// <param name="DoubtCounts">Signs in doubt are enough: so below an emergency or a call on the same day, where a question comes first.</param>
internal sealed record Combo(Disposition? Disposition, IReadOnlyList<string[]> All, IReadOnlyList<string> Ask, bool DoubtCounts);
