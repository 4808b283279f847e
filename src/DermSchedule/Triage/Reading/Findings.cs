namespace DermSchedule.Triage;

/// <summary>
/// Everything a sheet says, sign by sign. What words affirm stays raised whatever the answers say, and what answers affirm whatever the words say: the highest wins (domain.md 6).
/// A "no" settles only what was denied, in doubt, long ago or about somebody else.
/// <see cref="TriageSheet.Onset"/> is not read: every sign that depends on time asks about it in its own question, and the words say it too. It is kept for the staff.
/// </summary>
internal sealed class Findings
{
    /// <summary>Pieces of evidence kept for one sign; staff read a few, and a text may repeat a word a thousand times.</summary>
    private const int MostEvidence = 6;

    private readonly Dictionary<string, Finding> signs = new(StringComparer.Ordinal);

    private Findings(VisitFor visitFor) => VisitFor = visitFor;

    public VisitFor VisitFor { get; }

    private sealed class Finding
    {
        public Strength Strength { get; set; }

        public TriageAnswer? Answer { get; set; }

        public List<(Strength Strength, Evidence Evidence)> Evidence { get; } = [];
    }

    public static Findings Of(TriageRules rules, TriageSheet sheet)
    {
        var findings = new Findings(sheet.VisitFor);
        var concern = rules.Concern(sheet.Concern);
        foreach (var sign in concern.Signs)
        {
            findings.Note(sign, Strength.Present, new Evidence(EvidenceKind.Modifier, "concern", 0, 0, concern.Code, Reading.Affirmed, $"The reason chosen is \"{concern.English}\"."));
        }

        foreach (var (id, answer) in sheet.Answers)
        {
            findings.Settle(rules, id, answer);
        }

        foreach (var sign in rules.Signs.Values)
        {
            foreach (var area in sign.Areas.Where(sheet.BodyAreas.Contains))
            {
                findings.Note(sign.Code, Strength.Present, new Evidence(EvidenceKind.Modifier, "bodyAreas", 0, 0, area, Reading.Affirmed, $"The body map says \"{area}\"."));
            }
        }

        if (sheet is { VisitFor: VisitFor.Child, AgeMonths: < TriageSheet.YoungBabyMonths })
        {
            findings.Note("young_baby", Strength.Present, new Evidence(EvidenceKind.Modifier, "ageMonths", 0, 0, "0-2", Reading.Affirmed, "The child is younger than three months."));
        }
        else if (sheet is { VisitFor: VisitFor.Child, AgeYears: 0, AgeMonths: null })
        {
            findings.Note("young_baby", Strength.Unsure, new Evidence(EvidenceKind.Modifier, "ageYears", 0, 0, "0", Reading.Uncertain, "The child is younger than one year."));
        }

        foreach (var mention in rules.Text.Read(sheet.Symptoms, sheet.VisitFor))
        {
            findings.Note(mention.Sign.Code, mention.Meaning.Strength, Words(sheet, mention));
        }

        return findings;
    }

    public bool IsAnswered(string sign) => signs.GetValueOrDefault(sign)?.Answer is not null;

    /// <summary>Words left something in doubt, and a "no" has answered it.</summary>
    public bool IsDoubtSettled => signs.Any(sign => sign.Value is { Answer: TriageAnswer.No, Strength: Strength.Unsure } && !ClinicRules.IsOwn(sign.Key));

    public bool IsMentioned(string sign) => signs.ContainsKey(sign);

    /// <summary>How firmly it holds once answers have spoken: "not sure" counts as yes, "no" ends the matter unless it was affirmed elsewhere.</summary>
    public Strength Of(string sign) => signs.GetValueOrDefault(sign) switch
    {
        null => Strength.None,
        { Answer: TriageAnswer.No, Strength: not Strength.Present } => Strength.None,
        { Strength: var strength } => strength,
    };

    /// <summary>The strongest first, and in the order of the text.</summary>
    public IEnumerable<Evidence> Evidence(string sign) =>
        signs.GetValueOrDefault(sign)?.Evidence.OrderByDescending(piece => piece.Strength).ThenBy(piece => piece.Evidence.Start).Select(piece => piece.Evidence).Take(MostEvidence) ?? [];

    private void Settle(TriageRules rules, string id, TriageAnswer answer)
    {
        if (!rules.Signs.TryGetValue(id, out var sign))
        {
            return;
        }

        var (strength, reading, said) = answer switch
        {
            TriageAnswer.No => (Strength.None, Reading.Negated, "no"),
            TriageAnswer.NotSure when sign.IsVague => (Strength.Unsure, Reading.Uncertain, "not sure, which counts as one level"),
            TriageAnswer.NotSure => (Strength.Present, Reading.Uncertain, "not sure, which counts as yes"),
            _ => (Strength.Present, Reading.Affirmed, "yes"),
        };
        Note(id, strength, new Evidence(EvidenceKind.Answer, id, 0, 0, id, reading, $"The question was answered with {said}."));
        signs[id].Answer = answer;
    }

    private void Note(string sign, Strength strength, Evidence evidence)
    {
        if (!signs.TryGetValue(sign, out var finding))
        {
            signs.Add(sign, finding = new Finding());
        }

        finding.Strength = strength > finding.Strength ? strength : finding.Strength;
        if (finding.Evidence.Count < MostEvidence || strength > finding.Evidence[^1].Strength)
        {
            if (finding.Evidence.Count == MostEvidence)
            {
                finding.Evidence.RemoveAt(MostEvidence - 1);
            }

            finding.Evidence.Add((strength, evidence));
            finding.Evidence.Sort((one, other) => other.Strength != one.Strength ? other.Strength.CompareTo(one.Strength) : one.Evidence.Start.CompareTo(other.Evidence.Start));
        }
    }

    private static Evidence Words(TriageSheet sheet, SignMention mention)
    {
        var words = sheet.Symptoms.Substring(mention.Start, mention.Length);
        var read = mention.Meaning.Reading switch
        {
            Reading.Negated => "denied",
            Reading.History => "in the past",
            Reading.OtherPerson => "about somebody else",
            Reading.Uncertain => "in doubt",
            _ => "present now",
        };
        return new Evidence(EvidenceKind.Text, "symptoms", mention.Start, mention.Length, mention.Cue, mention.Meaning.Reading, $"The words \"{words}\" fit \"{mention.Sign.SaidEnglish(sheet.VisitFor)}\" and read as {read}.");
    }
}
