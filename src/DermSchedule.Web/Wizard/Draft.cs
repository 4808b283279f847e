using System.Buffers.Text;
using System.Security.Cryptography;
using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// What a visitor has answered so far. It lies sealed on the server, behind a secret in the visitor's cookie (<see cref="WizardDrafts"/>): it survives reload
/// and return and works on every server.
/// </summary>
public sealed record Draft
{
    /// <summary>Random; whose holds are counted together (domain.md 3).</summary>
    public string Visitor { get; init; } = "";

    /// <summary>Who the visit is for: the first question.</summary>
    public VisitFor? For { get; init; }

    public PatientKind? Kind { get; init; }

    public Category? Category { get; init; }

    /// <summary>A time or day that was chosen before the first question.</summary>
    public EarlyWish? Wish { get; init; }

    public ConcernForm? Concern { get; init; }

    /// <summary>By question id.</summary>
    public IReadOnlyDictionary<string, TriageAnswer> Answers { get; init; } = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal);

    /// <summary>What came of the answers; null while there are none, or while they are being changed.</summary>
    public JudgedAnswers? Judged { get; init; }

    /// <summary>Answers that the visitor took back: the next ones follow them, and the staff see both.</summary>
    public JudgedAnswers? TakenBack { get; init; }

    public AppointmentTypeId? Visit { get; init; }

    public HeldTime? Held { get; init; }

    /// <summary>Random; which sheet of typed details belongs to this booking. The next booking has another.</summary>
    public string Sheet { get; init; } = "";

    public BookedVisit? Booked { get; init; }

    /// <summary>The kept time, as long as it is for the visit that is being booked; live or not.</summary>
    public HeldTime? HeldFor => Held is { } held && held.Visit == Visit && held.Kind == Kind ? held : null;

    /// <summary>Of somebody who comes for the first time.</summary>
    public static Draft Begin() => new() { Visitor = AtRandom(), Sheet = AtRandom() };

    /// <summary>Who comes next on this computer finds no name and no answer: only the key to the visit stays.</summary>
    public Draft After(BookedVisit booked) => new() { Visitor = Visitor, Booked = booked, Sheet = AtRandom() };

    /// <summary>The answers have been judged. An alarm that another tab has raised meanwhile is not talked away by them: first somebody takes it back.</summary>
    public Draft With(JudgedAnswers judged) => Judged is { NeedsHelp: true } alarm && alarm.Id != judged.Id ? this : this with { Judged = judged, TakenBack = null };

    /// <summary>What was said about who comes has changed: answers and times that depend on it are asked for anew.</summary>
    public Draft About(VisitFor visitFor, PatientKind kind, Category category) => (For, Kind, Category) == (visitFor, kind, category)
        ? this with { Booked = null }
        : this with
        {
            For = visitFor,
            Kind = kind,
            Category = category,
            Concern = Category == category ? Concern : null,
            Answers = new Dictionary<string, TriageAnswer>(StringComparer.Ordinal),
            Judged = null,
            TakenBack = Judged ?? TakenBack,
            Visit = Category == category ? Visit : null,
            Booked = null,
        };

    /// <summary>No person in a log.</summary>
    public override string ToString() => "draft";

    private static string AtRandom() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}

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

    /// <summary>Nothing more can be booked online: there is help to be shown.</summary>
    public bool NeedsHelp => Disposition >= Disposition.SameDay || (Disposition == Disposition.Urgent && !HasUrgentTime);

    /// <summary>Of an urgent patient: no time later than this is of use. Null for everybody else.</summary>
    public Instant? UrgentUntil => Disposition == Disposition.Urgent ? At + Triages.GoodFor : null;

    public override string ToString() => "judged answers";
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
