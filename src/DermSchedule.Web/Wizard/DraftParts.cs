using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>What was chosen on the front page, before the first question.</summary>
/// <param name="Start">A time, as <see cref="FreeTime"/> writes it; empty without one.</param>
/// <param name="Day">A day.</param>
/// <param name="With">A provider.</param>
/// <param name="Visit">A kind of visit.</param>
public sealed record EarlyWish(string Start, string Day, string With, string Visit);

/// <summary>The triage that the answers became, and what it allows.</summary>
/// <param name="Id">Of the triage.</param>
/// <param name="Token">Its author's key.</param>
/// <param name="Disposition">How soon.</param>
/// <param name="HasUrgentTime">False where an urgent patient finds no time online.</param>
/// <param name="Recommended">Visits, best first.</param>
/// <param name="Signs">What was recognised: completes "You told us".</param>
/// <param name="Numbers">Which other numbers fit.</param>
/// <param name="Flags">Codes of what was recognised.</param>
/// <param name="At">When.</param>
/// <param name="Phone">Whom the clinic may call; null while unknown.</param>
/// <param name="Answers">Fingerprint of the answers.</param>
public sealed record JudgedAnswers(
    TriageId Id,
    string Token,
    Disposition Disposition,
    bool HasUrgentTime,
    IReadOnlyList<AppointmentTypeId> Recommended,
    IReadOnlyList<SaidSign> Signs,
    IReadOnlyList<Triage.Help> Numbers,
    IReadOnlyList<string> Flags,
    Instant At,
    string? Phone,
    string Answers)
{
    /// <summary>The flag in which an epinephrine pen helps.</summary>
    public const string AllergyFlag = "anaphylaxis";

    /// <summary>Whether something in the answers points to a kind of visit.</summary>
    public bool Recognized { get; init; } = true;

    /// <summary>Nothing more can be booked online: there is help to be shown.</summary>
    public bool NeedsHelp => Disposition >= Disposition.SameDay || (Disposition == Disposition.Urgent && !HasUrgentTime);

    /// <summary>Of an urgent patient: no time later than this is of use. Null for everybody else.</summary>
    public Instant? UrgentUntil => Disposition == Disposition.Urgent ? At + Triages.GoodFor : null;

    public override string ToString() => "judged answers";
}

/// <summary>A visit whose patient answers questions, and the key to it.</summary>
public sealed record AnsweredVisit(AppointmentId Id, string ManageToken)
{
    public string Path => "/m/" + ManageToken;

    public override string ToString() => "answered visit";
}

/// <summary>A visit whose patient, or whose family, comes again: what the clinic knows from there is not typed anew, and not shown.</summary>
/// <param name="ManageToken">The key to it.</param>
/// <param name="SamePerson">False where a member of the family comes.</param>
/// <param name="Start">When it is: a member of the family may want a time next to it.</param>
/// <param name="End">Of the visit.</param>
public sealed record KnownVisit(string ManageToken, bool SamePerson, Instant Start, Instant End)
{
    public override string ToString() => "known visit";
}

/// <summary>Whom to call, as it was typed on the help page.</summary>
/// <param name="Wrong">It was sent, and is no number.</param>
public sealed record TypedCall(string FirstName, string Phone, bool Wrong)
{
    public override string ToString() => "typed call";
}

/// <summary>A sign in both languages, as the page may change its own.</summary>
public sealed record SaidSign(string English, string Spanish);

/// <summary>The time that is kept for the visitor.</summary>
public sealed record HeldTime(HoldId Id, string Token, AppointmentTypeId Visit, PatientKind Kind, Instant Start, Instant End, ProviderId Provider, Instant ExpiresAt, int ExtensionsLeft)
{
    public bool IsLive(Instant now) => now < ExpiresAt;

    public int SecondsLeft(Instant now) => (int)Math.Max(0, (ExpiresAt - now).TotalSeconds);

    public override string ToString() => "held time";
}

/// <summary>The visit it became, and the only key to it.</summary>
/// <param name="Id">Of the visit.</param>
/// <param name="ManageToken">Opens its private page.</param>
/// <param name="Answers">Fingerprint of the form that booked it.</param>
public sealed record BookedVisit(AppointmentId Id, string ManageToken, string Answers = "")
{
    public override string ToString() => "booked visit";
}
