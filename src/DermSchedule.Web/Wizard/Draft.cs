using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using DermSchedule.Practices;
using DermSchedule.Triage;

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

    /// <summary>The booked visit that the questions are answered for; null where a new one is booked.</summary>
    public AnsweredVisit? Answering { get; init; }

    /// <summary>Another visit that this one follows; null where everything is said anew.</summary>
    public KnownVisit? SameAs { get; init; }

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

    /// <summary>Of the last save by a script; says nothing about anybody.</summary>
    public string Mark { get; init; } = "";

    /// <summary>A number that was typed on the help page and is none, or was not sent yet; null without one.</summary>
    public TypedCall? Call { get; init; }

    /// <summary>The kept time, as long as it is for the visit that is being booked; live or not.</summary>
    public HeldTime? HeldFor => Held is { } held && held.Visit == Visit && held.Kind == Kind ? held : null;

    /// <summary>Of somebody who comes for the first time.</summary>
    public static Draft Begin() => new() { Visitor = AtRandom(), Sheet = AtRandom() };

    /// <summary>Of somebody who answers the questions of a visit that stands.</summary>
    public static Draft AnsweringFor(VisitCard visit, VisitFor who) => Begin() with
    {
        Answering = new AnsweredVisit(visit.Id, visit.Token),
        For = who,
        Kind = visit.Kind,
        Category = visit.Type?.Category ?? Practices.Category.Medical,
    };

    /// <summary>Of a patient who wants the visit of last time again, with whom they know.</summary>
    public static Draft Again(VisitCard visit, VisitFor who) => Begin() with
    {
        SameAs = visit.Known(samePerson: true),
        For = who,
        Kind = PatientKind.Established,
        Category = visit.Type!.Category,
        Visit = visit.Type.Id,
        Wish = new EarlyWish("", "", visit.Provider.ToString(), ""),
    };

    /// <summary>Of whoever has just booked, for a member of the family: on the same day.</summary>
    public Draft ForFamily(VisitCard visit) => this with
    {
        SameAs = visit.Known(samePerson: false),
        Wish = new EarlyWish("", visit.Start.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "", ""),
    };

    /// <summary>Who comes next on this computer finds no name and no answer: only the key to the visit stays.</summary>
    public Draft After(BookedVisit booked) => new() { Visitor = Visitor, Booked = booked, Sheet = AtRandom() };

    /// <summary>The answers have been judged. An alarm that another tab has raised meanwhile is not talked away by them: first somebody takes it back.</summary>
    public Draft With(JudgedAnswers judged) => Judged is { NeedsHelp: true } alarm && alarm.Id != judged.Id ? this : this with { Judged = judged, TakenBack = null };

    /// <summary>What was said about who comes has changed: answers and times that depend on it are asked for anew.</summary>
    public Draft About(VisitFor visitFor, PatientKind kind, Category category) => Answering is not null
        ? (Begin() with { Visitor = Visitor }).About(visitFor, kind, category)
        : (For, Kind, Category) == (visitFor, kind, category)
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
            SameAs = SameAs is { SamePerson: true } ? null : SameAs,
            Call = null,
            Visit = Category == category ? Visit : null,
            Booked = null,
        };

    /// <summary>No person in a log.</summary>
    public override string ToString() => "draft";

    private static string AtRandom() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
