using DermSchedule.Practices;
using DermSchedule.Triage;

namespace DermSchedule.Scheduling;

/// <summary>What a booking leaves for the desk to settle. Nothing of it is refused or shown to the patient (domain.md 1).</summary>
public static class VisitFlags
{
    /// <summary>Booked as established without a completed visit within three years.</summary>
    public const string ClaimedEstablished = "claimed_established";

    /// <summary>Another record has the same name and birth date.</summary>
    public const string PossibleDuplicate = "possible_duplicate";

    /// <summary>Under age, and the record names no guardian: the desk asks who comes along (domain.md 1).</summary>
    public const string NoGuardian = "no_guardian";

    /// <summary>Asked for an interpreter: which language stands in what was typed (R-LA-2).</summary>
    public const string InterpreterNeeded = "interpreter_needed";

    /// <summary>Lies outside hours, over time off or over a cap, on purpose of the desk.</summary>
    public const string Overridden = "overridden";

    /// <summary>Stands on a lane that was opened for it, on purpose of the desk (domain.md 4).</summary>
    public const string Overbooked = "overbooked";

    /// <summary>A medical visit booked online without the questions of triage: they are asked by its link (api.md).</summary>
    public const string NotTriaged = "not_triaged";

    /// <summary>A question of triage is still open: the patient booked without answering it.</summary>
    public const string QuestionsOpen = "triage_questions_open";

    /// <summary>Earlier answers said that it is more serious than the last ones do: somebody of the clinic settles which are right (domain.md 6).</summary>
    public const string AnswersDiffer = "triage_answers_differ";

    /// <summary>What the answers before an online booking leave to be settled.</summary>
    internal static IEnumerable<string> Of(SlotWish wish) => wish.Triage is { } triage ? Of(triage) : wish.Type.Category == Category.Medical ? [NotTriaged] : [];

    /// <summary>What a visit is flagged with once its questions have been answered.</summary>
    internal static IReadOnlyList<string> After(IReadOnlyList<string> before, TriageStanding triage) =>
        [.. before.Where(flag => flag is not (NotTriaged or QuestionsOpen or AnswersDiffer)).Union(Of(triage))];

    private static IEnumerable<string> Of(TriageStanding triage) =>
        new[] { triage.HasOpenQuestions ? QuestionsOpen : null, triage.Carried > triage.Disposition ? AnswersDiffer : null }.OfType<string>();

    /// <summary>What a visit is flagged with once it stands in this slot.</summary>
    internal static IReadOnlyList<string> After(IReadOnlyList<string> before, TakenSlot slot) => [.. before.Where(flag => flag is not Overbooked).Union(Of(slot))];

    /// <summary>What the desk did on purpose to get this slot.</summary>
    internal static IEnumerable<string> Of(TakenSlot slot) =>
        new[] { slot.Overridden ? Overridden : null, slot.Overbooked ? Overbooked : null }.OfType<string>();
}
