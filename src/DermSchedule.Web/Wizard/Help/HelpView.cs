using DermSchedule.Kernel;
using DermSchedule.Triage;

namespace DermSchedule.Web.Wizard.Help;

/// <summary>What the help page knows of one visitor. Every choice the page makes for somebody who may be in danger is one of its properties (domain.md 6).</summary>
/// <param name="Clinic">Its name.</param>
/// <param name="Slug">Where its pages are.</param>
/// <param name="Door">Whether somebody answers the clinic's phone now.</param>
/// <param name="Disposition">How soon: emergency, same day, or urgent when no time is free. Routine answers have no help page.</param>
public sealed record HelpView(string Clinic, string Slug, ClinicDoor Door, Disposition Disposition)
{
    /// <summary>An urgent visit is due and no time for one is free online.</summary>
    public bool NoUrgentTime { get; init; }

    /// <summary>What led here, in plain words of the reader's language, as the rules say it: "you have trouble breathing". Completes "You told us: …"; may be empty.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>Which numbers fit what was said.</summary>
    public IReadOnlyList<Triage.Help> Numbers { get; init; } = [];

    /// <summary>Trouble breathing or an allergic reaction: the only case in which the page speaks of an epinephrine pen.</summary>
    public bool Allergy { get; init; }

    /// <summary>Whom the clinic can call, E.164; null when no number is known.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>When the care team was told, in words; null when it was not.</summary>
    public string? AlertedAt { get; init; }

    /// <summary>What was wrong with the number that was sent.</summary>
    public string? ContactError { get; init; }

    /// <summary>The number as it was typed.</summary>
    public string? ContactTyped { get; init; }

    /// <summary>The first name as it was typed.</summary>
    public string? NameTyped { get; init; }

    /// <summary>Name of the form that says whom to call; its fields are <c>phone</c> and <c>firstName</c>.</summary>
    public string ContactForm { get; init; } = "contact";

    /// <summary>Name of the form that goes back to the answers.</summary>
    public string MistakeForm { get; init; } = "mistake";

    internal bool IsEmergency => Disposition == Disposition.Emergency;

    internal bool IsSameDay => Disposition == Disposition.SameDay;

    internal bool IsOpen => Door.IsOpen;

    /// <summary>Nobody is promised a call that nobody can make: a number is known and somebody is there.</summary>
    internal bool MayPromiseCall => ContactPhone is not null && Door.IsOpen;

    /// <summary>The line that is answered while the clinic is closed; null while it is open, or where there is none.</summary>
    internal string? AfterHours => Door.IsOpen ? null : Door.AfterHoursPhone;

    /// <summary>988 belongs to what was said, and stands with the first numbers.</summary>
    internal bool Crisis => Numbers.Contains(Triage.Help.Lifeline988);

    internal bool Poison => Numbers.Contains(Triage.Help.PoisonControl);

    /// <summary>Help for other dangers is named where somebody is in danger; beside a visit that is due in days it would frighten.</summary>
    internal bool ShowsOtherHelp => (IsEmergency || IsSameDay) && !(Crisis && Poison);

    /// <summary>Nobody's number is known yet: there is a form for one.</summary>
    internal bool AsksForPhone => ContactPhone is null;

    /// <summary>Whether there is anything to say of what the clinic knows, or to ask.</summary>
    internal bool ShowsContact => IsEmergency || IsSameDay || ContactPhone is null || AlertedAt is not null;

    /// <summary>A number in one piece: half of it at the end of a line is dialled wrong.</summary>
    internal static string Display(string phone) =>
        (PhoneNumber.TryParse(phone, out var number) ? number.Display() : phone).Replace(' ', '\u00a0').Replace('-', '\u2011');
}
