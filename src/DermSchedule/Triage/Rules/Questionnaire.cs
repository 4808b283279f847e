namespace DermSchedule.Triage;

/// <summary>The page of yes/no questions that comes before any free text (triage.md 1.2).</summary>
public static class Questionnaire
{
    /// <summary>What fits on one page and will be read to the end.</summary>
    public const int Most = 8;

    public static IReadOnlyList<TriageQuestion> For(TriageRules rules, TriageSheet sheet)
    {
        var concern = rules.Concern(sheet.Concern);
        if (sheet.Cosmetic && !concern.Cosmetic)
        {
            // Who comes for looks is asked about reactions only.
            concern = rules.Concerns.First(other => other.Cosmetic);
        }

        // What is harmless in a child may be none in a baby, whatever brings them.
        var codes = sheet is { VisitFor: VisitFor.Child, AgeYears: 0 } ? rules.BabyQuestions.Union(concern.Questions, StringComparer.Ordinal) : concern.Questions;
        return [.. codes.Select(code => rules.Signs[code]).Where(sign => sign.Fits(sheet)).Select(sign => sign.QuestionFor(sheet.VisitFor)).Take(Most)];
    }
}
