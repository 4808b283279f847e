namespace DermSchedule.Triage;

/// <summary>
/// How soon somebody should be seen, and why. Pure: the same rules and sheet always give the same answer. It never diagnoses, and words never lower what answers raised.
/// </summary>
public static class Assess
{
    /// <summary>Explicit questions at once; whoever wrote of more than that gets the gravest first.</summary>
    private const int MostQuestions = 8;

    public static Assessment Of(TriageRules rules, TriageSheet sheet)
    {
        var findings = Findings.Of(rules, sheet);
        var lesion = AssessSpot.Score(findings);
        var outcomes = rules.Flags.Select(flag => AssessFlag.Of(rules, flag, findings, lesion)).ToList();
        var raised = outcomes.Where(outcome => outcome.Raised is not null).Select(outcome => outcome.Raised!).OrderByDescending(flag => flag.Disposition).ToList();
        var disposition = raised.Count == 0 ? Disposition.Routine : raised[0].Disposition;
        var isWorryAsked = !IsOnlyASpot(rules, sheet, outcomes) && !findings.IsDoubtSettled && outcomes.SelectMany(outcome => outcome.Asks).All(ask => ask.Sign == Worry.Sign || ClinicRules.IsOwn(ask.Sign));
        var open = outcomes.SelectMany(outcome => outcome.Asks)
            // What many words together hint at is asked only where nobody knew anything better: neither to ask nor to do.
            .Where(ask => ask.Sign != Worry.Sign || isWorryAsked)
            // Nobody who is told to call 911 has to answer more questions first.
            .Where(ask => ask.Disposition > disposition && !findings.IsAnswered(ask.Sign))
            .OrderByDescending(ask => ask.Disposition).Select(ask => ask.Sign).Distinct(StringComparer.Ordinal).Take(MostQuestions)
            .Select(sign => rules.Signs[sign].QuestionFor(sheet.VisitFor)).ToList();

        return new Assessment(disposition, raised, open, Recommend(rules, sheet, findings, raised), lesion, rules.Version)
        {
            VisitFor = sheet.VisitFor,
            Considered = [.. outcomes.Where(outcome => outcome.Considered is not null).Select(outcome => outcome.Considered!).OrderByDescending(flag => flag.Disposition)],
        };
    }

    // A spot that changes is frightening in many words and needs no call today; its own questions say whether it is seen within 14 days.
    private static bool IsOnlyASpot(TriageRules rules, TriageSheet sheet, IEnumerable<AssessFlag.Outcome> outcomes)
    {
        var raised = outcomes.Where(outcome => outcome is { Raised: not null, IsOwn: false }).Select(outcome => outcome.Raised!.Code).ToList();
        return raised.TrueForAll(AssessSpot.Flags.Contains) && (raised.Contains(AssessSpot.Flag) || rules.Concern(sheet.Concern).Code == AssessSpot.Concern);
    }

    private static List<string> Recommend(TriageRules rules, TriageSheet sheet, Findings findings, IReadOnlyList<TriageFlag> raised)
    {
        var concern = rules.Concern(sheet.Concern);
        var named = rules.Topics.Where(topic => findings.Of(topic.Key) == Strength.Present).Select(topic => topic.Value);
        var urgent = raised.Any(flag => flag.Disposition >= Disposition.Urgent && AssessSpot.Flags.Contains(flag.Code)) ? ["lesion_urgent"] : Array.Empty<string>();
        var best = concern.Code == "other" || (sheet.Cosmetic && !concern.Cosmetic) ? named.Concat(concern.Recommends) : concern.Recommends.Concat(named);
        return [.. urgent.Concat(best).Where(code => !sheet.Cosmetic || urgent.Length > 0 || code.StartsWith("cosmetic_", StringComparison.Ordinal) || code is "other" or "procedure_follow_up").Distinct(StringComparer.Ordinal)];
    }
}
