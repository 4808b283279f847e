using DermSchedule.Triage;

namespace DermSchedule.Web.Wizard;

/// <summary>The steps on the way to a visit, in order.</summary>
public enum WizardStep
{
    /// <summary>Not a step: can be opened at any time.</summary>
    None,

    /// <summary>Who comes, new or established, medical or cosmetic.</summary>
    About,

    /// <summary>What it is about.</summary>
    Concern,

    /// <summary>The questions of triage.</summary>
    Questions,

    /// <summary>Which kind of visit.</summary>
    Visit,

    Time,

    Details,
}

/// <summary>Which step is open, and where it lies.</summary>
internal static class WizardSteps
{
    /// <summary>The first step whose answers are missing: by no address and no post can anybody get further.</summary>
    public static WizardStep Reached(this Draft draft) => draft switch
    {
        { For: null } or { Kind: null } or { Category: null } => WizardStep.About,
        { Concern: null or { Complete: false } } => WizardStep.Concern,
        { Judged: null } or { Judged.NeedsHelp: true } => WizardStep.Questions,
        { Visit: null } => WizardStep.Visit,
        { HeldFor: null } => WizardStep.Time,
        _ => WizardStep.Details,
    };

    public static string Address(this WizardStep step) => step switch
    {
        WizardStep.Concern => "concern",
        WizardStep.Questions => "questions",
        WizardStep.Visit => "visit",
        WizardStep.Time => "time",
        WizardStep.Details => "details",
        _ => "",
    };

    /// <summary>Its number in the progress, 1-based: the questions belong to the concern.</summary>
    public static int Number(this WizardStep step) => step switch
    {
        WizardStep.About => 1,
        WizardStep.Concern or WizardStep.Questions => 2,
        WizardStep.Visit => 3,
        WizardStep.Time => 4,
        WizardStep.Details => 5,
        _ => 0,
    };

    /// <summary>Whether this visit may be booked with these answers: urgent ones lead to urgent visits only (domain.md 6).</summary>
    public static bool Allows(this JudgedAnswers judged, TypePlate type) => judged.Disposition switch
    {
        Disposition.Urgent => judged.Recommended.Contains(type.Id),
        Disposition.Routine => !type.UrgentOnly,
        _ => false,
    };
}
