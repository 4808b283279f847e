namespace DermSchedule.Triage;

/// <summary>Weighs one flag: which combination of its signs holds, what must be asked, and what the person's own risk adds.</summary>
internal static class AssessFlag
{
    /// <param name="Raised">Null when it did not rise.</param>
    /// <param name="Considered">What was said about it when it did not rise; null when nothing was.</param>
    public sealed record Outcome(TriageFlag? Raised, TriageFlag? Considered, IReadOnlyList<Ask> Asks)
    {
        /// <summary>Whether a clinic's own words alone have raised it.</summary>
        public bool IsOwn { get; init; }
    }

    /// <summary>A question left open, and what a yes would be worth.</summary>
    public readonly record struct Ask(string Sign, Disposition Disposition);

    public static Outcome Of(TriageRules rules, FlagRule flag, Findings findings, LesionScore? lesion)
    {
        var asks = flag.Combos.SelectMany(combo => Asks(combo, flag, findings)).ToList();
        var scored = flag.Code == AssessSpot.Flag && lesion?.SevenPoint >= AssessSpot.Threshold;
        var held = flag.Combos.Where(combo => combo.Disposition is not null && Holds(combo, findings)).OrderByDescending(combo => combo.Disposition).ToList();
        if (held.Count == 0 && !scored)
        {
            var signs = flag.Combos.SelectMany(combo => combo.All).SelectMany(sign => sign).Distinct(StringComparer.Ordinal).Where(findings.IsMentioned).ToList();
            var touched = asks.Count > 0 || flag.Combos.Any(combo => combo.All.All(any => Array.Exists(any, findings.IsMentioned)));
            return new Outcome(null, touched && signs.Count > 0 ? Flag(rules, flag, findings.VisitFor, flag.Disposition, signs, [.. signs.SelectMany(findings.Evidence)]) : null, asks);
        }

        // Points are worth what the flag is worth here: a clinic that raised it has raised them.
        var points = scored ? Max(Disposition.Urgent, flag.Disposition) : Disposition.Routine;
        var highest = held.Count > 0 ? held[0].Disposition!.Value : Disposition.Routine;
        var tier = Max(highest, points);
        var present = held.Where(combo => combo.Disposition == highest).SelectMany(combo => combo.All).SelectMany(any => any.Where(sign => findings.Of(sign) > Strength.Doubtful)).Distinct(StringComparer.Ordinal).ToList();
        var evidence = present.SelectMany(findings.Evidence).ToList();
        if (scored)
        {
            evidence.Add(new Evidence(EvidenceKind.Score, "sevenPoint", 0, 0, "seven-point list", Reading.Affirmed, $"{lesion!.SevenPoint} points on the weighted seven-point list; {AssessSpot.Threshold} or more means within 14 days."));
            present = present.Count == 0 ? [.. lesion.Criteria] : present;
        }

        foreach (var modifier in rules.Modifiers.Where(modifier => modifier.Raises.Contains(flag.Code) && tier < Disposition.Emergency && Holds(modifier, findings)).Take(1))
        {
            tier++;
            evidence.AddRange(modifier.All.SelectMany(any => any.Split('|')).SelectMany(findings.Evidence));
            evidence.Add(new Evidence(EvidenceKind.Modifier, modifier.Code, 0, 0, modifier.Code, Reading.Affirmed, $"Raised by one step: {modifier.En}."));
        }

        var isOwn = !scored && held.TrueForAll(combo => combo.All.All(any => Array.TrueForAll(any, ClinicRules.IsOwn)));
        return new Outcome(Flag(rules, flag, findings.VisitFor, tier, present, evidence), null, asks) { IsOwn = isOwn };
    }

    private static Disposition Max(Disposition one, Disposition other) => one > other ? one : other;

    private static bool Holds(Combo combo, Findings findings)
    {
        var least = combo.DoubtCounts ? Strength.Unsure : Strength.Present;
        return combo.All.All(any => Array.Exists(any, sign => findings.Of(sign) >= least));
    }

    private static bool Holds(ModifierRow modifier, Findings findings) => modifier.All.All(any => any.Split('|').Any(sign => findings.Of(sign) >= Strength.Unsure));

    private static IEnumerable<Ask> Asks(Combo combo, FlagRule flag, Findings findings)
    {
        var strengths = combo.All.Select(any => any.Max(findings.Of)).ToList();
        var least = strengths.Min();
        if (combo.Disposition is null)
        {
            return least >= Strength.Unsure ? combo.Ask.Select(sign => new Ask(sign, flag.Disposition)) : [];
        }

        if (combo.Disposition < Disposition.SameDay || least is Strength.None or Strength.Present || (least == Strength.Denied && combo.Disposition < Disposition.Emergency) || !IsWorthAsking(combo, strengths))
        {
            return [];
        }

        return from any in combo.All
               let best = any.MaxBy(findings.Of)!
               where findings.Of(best) < Strength.Present
               select new Ask(best, combo.Disposition.Value);
    }

    /// <summary>
    /// One sign that was denied is asked about, since it may be misread. Of several, one must be there already; and only an emergency is worth asking after what was denied.
    /// </summary>
    private static bool IsWorthAsking(Combo combo, IReadOnlyList<Strength> strengths) =>
        combo.All.Count == 1 || (strengths.Any(strength => strength == Strength.Present) && (combo.Disposition == Disposition.Emergency || strengths.Min() == Strength.Unsure)) || strengths.Min() == Strength.Unsure;

    private static TriageFlag Flag(TriageRules rules, FlagRule flag, VisitFor visitFor, Disposition tier, IReadOnlyList<string> signs, IReadOnlyList<Evidence> evidence)
    {
        var said = signs.Where(rules.Signs.ContainsKey).Select(sign => rules.Signs[sign]).Where(sign => sign.SaidSpanish.Length > 0).Take(3).ToList();
        var english = said.Count == 0 ? flag.LabelEnglish : string.Join(" and ", said.Select(sign => sign.SaidEnglish(visitFor)));
        var spanish = said.Count == 0 ? flag.LabelSpanish : string.Join(" y ", said.Select(sign => sign.SaidSpanish));
        return new TriageFlag(flag.Code, tier, flag.LabelEnglish, flag.LabelSpanish, english, spanish, evidence, flag.Help);
    }
}
