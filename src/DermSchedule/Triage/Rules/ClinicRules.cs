namespace DermSchedule.Triage;

/// <summary>Puts a clinic's tightenings into the rows the standard rules are made of.</summary>
internal static class ClinicRules
{
    private const string Own = "clinic_";

    public static RuleFile Flags(RuleFile file, IReadOnlyList<Tightening> own) => file with { Flags = [.. file.Flags.Select(flag => Tighter(flag, [.. own.Where(one => one.FlagCode == flag.Code)]))] };

    /// <summary>
    /// What of a practice's tightenings still tightens a newer standard. One that raised a flag less than the standard does by now is met by the standard, and a flag that is
    /// gone has nothing to raise: neither may keep patients from being judged.
    /// </summary>
    public static IReadOnlyList<Tightening> Fitting(TriageRules standard, IReadOnlyList<Tightening> own) =>
    [
        .. own.Select(one => standard.Flags.Any(flag => flag.Code == one.FlagCode && flag.Disposition > one.RaiseTo) ? one with { RaiseTo = null } : one)
            .Where(one => TighteningCheck.Of(standard, one).Count == 0),
    ];

    /// <summary>A clinic's words are a sign of their own: they raise the flag alone, and the question behind them names the flag.</summary>
    public static IEnumerable<SignRow> Signs(RuleFile file, IReadOnlyList<SignRow> known, IReadOnlyList<Tightening> own) =>
        from flag in file.Flags
        let cues = own.Where(one => one.FlagCode == flag.Code).SelectMany(one => one.Cues).Select(Cue).Distinct(StringComparer.Ordinal).ToList()
        where cues.Count > 0 && !known.Any(sign => sign.Code == CodeOf(flag.Code))
        select new SignRow(
            CodeOf(flag.Code),
            $"Do you have this now: {Lower(flag.En)}?",
            $"¿Tiene esto ahora: {Lower(flag.Es)}?",
            $"you wrote about this: {Lower(flag.En)}",
            $"usted escribió sobre esto: {Lower(flag.Es)}",
            cues,
            null,
            null,
            null,
            Timeless: false);

    /// <summary>A cue as a person typed it, as a phrase whose words may have up to two others between them.</summary>
    public static string Cue(string typed) => "[2] > " + string.Join(' ', Words(typed));

    public static IReadOnlyList<string> Words(string typed) => [.. Folding.Words(typed, new Dictionary<string, string>(StringComparer.Ordinal)).Select(word => word.Text)];

    /// <summary>The sign of a clinic's own words for a flag.</summary>
    public static string CodeOf(string flag) => Own + flag;

    /// <summary>What a clinic added takes no question of the standard away, so that such questions are weighed without it.</summary>
    public static bool IsOwn(string sign) => sign.StartsWith(Own, StringComparison.Ordinal);

    private static FlagRow Tighter(FlagRow flag, IReadOnlyList<Tightening> own)
    {
        var most = flag.Combos.Max(combo => combo.Tier) ?? Disposition.Routine;
        var least = own.Max(one => one.RaiseTo);
        var combos = flag.Combos.Select(combo => combo with { Tier = combo.Tier is { } tier && least > tier ? least : combo.Tier, DoubtCounts = combo.Tier < Disposition.SameDay });
        return own.SelectMany(one => one.Cues).Any()
            ? flag with { Combos = [.. combos, new ComboRow(least > most ? least : most, [CodeOf(flag.Code)], null)] }
            : flag with { Combos = [.. combos] };
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
