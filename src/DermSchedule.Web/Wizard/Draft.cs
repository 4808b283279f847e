using System.Buffers.Text;
using System.Security.Cryptography;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// What a visitor has answered so far. It travels in a cookie that only this installation can read (<see cref="Drafts"/>): it survives reload and
/// return, works on every server, and a visitor who leaves leaves nothing behind.
/// </summary>
public sealed record Draft
{
    /// <summary>Random; whose holds are counted together (domain.md 3).</summary>
    public string Visitor { get; init; } = "";

    public PatientKind? Kind { get; init; }

    public AppointmentTypeId? Visit { get; init; }

    public HeldTime? Held { get; init; }

    /// <summary>Random; which sheet of typed details belongs to this booking (<see cref="TypedDetails"/>). The next booking has another.</summary>
    public string Sheet { get; init; } = "";

    public BookedVisit? Booked { get; init; }

    /// <summary>The kept time, as long as it is for the visit that is being booked; live or not.</summary>
    public HeldTime? HeldFor => Held is { } held && held.Visit == Visit && held.Kind == Kind ? held : null;

    /// <summary>Of somebody who comes for the first time.</summary>
    public static Draft Begin() => new() { Visitor = AtRandom(), Sheet = AtRandom() };

    /// <summary>Who comes next on this computer finds no name: only the key to the visit stays.</summary>
    public Draft After(BookedVisit booked) => new() { Visitor = Visitor, Kind = Kind, Visit = Visit, Booked = booked, Sheet = AtRandom() };

    /// <summary>No person in a log.</summary>
    public override string ToString() => "draft";

    private static string AtRandom() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}

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
