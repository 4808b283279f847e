namespace DermSchedule.Triage;
public enum Disposition { Routine, Urgent, SameDay, Emergency }
public enum VisitFor { Self, Child, OtherAdult }
public enum TriageAnswer { Yes, No, NotSure }
public enum Help { Emergency911, PoisonControl, Lifeline988, Clinic }
public enum EvidenceKind { Answer, Text, Modifier, Score }
public enum Reading { Affirmed, Negated, History, OtherPerson, Uncertain }
public sealed record TriageSheet
{
    public const int LongestSymptoms = 4000;
    public VisitFor VisitFor { get; init; }
    public int? AgeYears { get; init; }
    public bool Cosmetic { get; init; }
    public string Concern { get; init; } = "other";
    public string Symptoms { get; init; } = "";
    public IReadOnlyList<string> BodyAreas { get; init; } = [];
    public string? Onset { get; init; }
    public IReadOnlyDictionary<string, TriageAnswer> Answers { get; init; } = new Dictionary<string, TriageAnswer>();
}
public sealed record TriageConcern(string Code, string English, string Spanish, bool Cosmetic);
public sealed class TriageRules { public System.Collections.Generic.IReadOnlyList<TriageConcern> Concerns { get; } = [new("mole","A mole or spot","Un lunar",false),new("rash","A rash","Sarp",false),new("other","Something else","Otra cosa",false),new("cosmetic","Smoother skin","Piel",true)];  public static TriageRules Standard { get; } = new(); public string Version { get; } = "stub"; }
public sealed record TriageQuestion(string Id, string English, string Spanish);
public static class Questionnaire { public const int Most = 8; public static IReadOnlyList<TriageQuestion> For(TriageRules rules, TriageSheet sheet) => []; }
public sealed record Evidence(EvidenceKind Kind, string Source, int Start, int Length, string Cue, Reading Reading, string ReasonEnglish);
public sealed record TriageFlag(string Code, Disposition Disposition, string LabelEnglish, string LabelSpanish, string SignEnglish, string SignSpanish, IReadOnlyList<Evidence> Evidence, Help Help);
public sealed record LesionScore(int Abcde, int SevenPoint, IReadOnlyList<string> Criteria);
public sealed record Assessment(Disposition Disposition, IReadOnlyList<TriageFlag> Flags, IReadOnlyList<TriageQuestion> Questions, IReadOnlyList<string> Recommendations, LesionScore? Lesion, string RuleVersion);
public static class Assess { public static Assessment Of(TriageRules rules, TriageSheet sheet) { var d = sheet.Symptoms.Contains("breathe") ? Disposition.Emergency : sheet.Symptoms.Contains("pus") ? Disposition.SameDay : sheet.Symptoms.Contains("mole") ? Disposition.Urgent : Disposition.Routine; return new(d, d == Disposition.Routine ? [] : [new("x", d, "Label", "Etiqueta", "trouble", "problema", [], Help.Clinic)], [], d == Disposition.Urgent ? ["lesion_urgent"] : ["acne"], null, "stub"); } }
