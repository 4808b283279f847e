namespace DermSchedule.Triage;
public enum Disposition { Routine, Urgent, SameDay, Emergency }
public enum VisitFor { Self, Child, OtherAdult }
public enum TriageAnswer { Yes, No, NotSure }
public enum Help { Clinic, Emergency911, Poison, Crisis988 }
public enum EvidenceKind { Answer, Text, Modifier, Score }
public enum Reading { Affirmed, Negated, History, OtherPerson, Uncertain }
public sealed record TriageSheet
{
    public VisitFor VisitFor { get; init; }
    public int? AgeYears { get; init; }
    public bool Cosmetic { get; init; }
    public string Concern { get; init; } = "other";
    public string Symptoms { get; init; } = "";
    public IReadOnlyList<string> BodyAreas { get; init; } = [];
    public string? Onset { get; init; }
    public IReadOnlyDictionary<string, TriageAnswer> Answers { get; init; } = new Dictionary<string, TriageAnswer>();
}
public sealed class TriageRules { public static TriageRules Standard { get; } = new(); public string Version { get; } = "stub"; }
public sealed record TriageQuestion(string Id, string English, string Spanish);
public static class Questionnaire { public static IReadOnlyList<TriageQuestion> For(TriageRules rules, TriageSheet sheet) => []; }
public sealed record Evidence(EvidenceKind Kind, string Source, int Start, int Length, string Cue, Reading Reading, string ReasonEnglish);
public sealed record TriageFlag(string Code, Disposition Disposition, string LabelEnglish, string LabelSpanish, string SignEnglish, string SignSpanish, IReadOnlyList<Evidence> Evidence, Help Help);
public sealed record LesionScore(int Abcde, int SevenPoint, IReadOnlyList<string> Criteria);
public sealed record Assessment(Disposition Disposition, IReadOnlyList<TriageFlag> Flags, IReadOnlyList<TriageQuestion> Questions, IReadOnlyList<string> Recommendations, LesionScore? Lesion, string RuleVersion);
public static class Assess { public static Assessment Of(TriageRules rules, TriageSheet sheet) => new(sheet.Symptoms.Contains("breath") ? Disposition.Emergency : sheet.Symptoms.Contains("mole") ? Disposition.Urgent : Disposition.Routine, [], [], [], null, "stub"); }
