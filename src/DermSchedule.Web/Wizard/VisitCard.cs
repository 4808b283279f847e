using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>A booked visit as its patient sees it.</summary>
/// <param name="Type">Null where the clinic offers it no more.</param>
/// <param name="ManageUrl">The whole address of its page, as it stands in messages.</param>
public sealed record VisitCard(
    AppointmentId Id,
    string Slug,
    AppointmentStatus Status,
    ZonedDateTime Start,
    int Minutes,
    TypePlate? Type,
    string TypeName,
    PatientKind Kind,
    ProviderId Provider,
    string ProviderName,
    string Token,
    string ManageUrl)
{
    /// <summary>Of an urgent patient: no later time may be chosen. Null for everybody else.</summary>
    public Instant? LatestStart { get; init; }

    /// <summary>Whether questions are still to be answered for it; null where none were asked.</summary>
    public bool? QuestionsOpen { get; init; }

    /// <summary>How soon the newest answers want help; null without any.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>The newest answers stand at help today or now: the numbers come before everything else.</summary>
    public bool NeedsHelp => Disposition >= DermSchedule.Triage.Disposition.SameDay;

    /// <summary>Whether answers are taken for it: those that are missing, or new ones where the last want help.</summary>
    public bool TakesAnswers => QuestionsOpen is true || NeedsHelp;

    /// <summary>It lies later than the answers allow: an earlier time is to be found.</summary>
    public bool IsTooLate => LatestStart is { } latest && Start.ToInstant() > latest;

    public string ManagePath => "/m/" + Token;

    public string CalendarUrl => $"/api/v1/appointments/{Id}/calendar.ics?token={Token}";

    public bool IsOpen => Status is AppointmentStatus.Pending or AppointmentStatus.Confirmed;

    /// <summary>Whether the patient can still move or cancel it.</summary>
    public bool CanChange(Instant now) => IsOpen && now < Start.ToInstant();

    /// <summary>Whether its patient, by now an established one, may book the same kind of visit again.</summary>
    public bool CanBookAgain => Type is { Online: true, UrgentOnly: false } && (Kind == PatientKind.Established || Status == AppointmentStatus.Completed);

    internal KnownVisit Known(bool samePerson) => new(Token, samePerson, Start.ToInstant(), Start.PlusMinutes(Minutes).ToInstant());

    public bool IsConfirmed => Status == AppointmentStatus.Confirmed;

    /// <summary>No key to a visit in a log.</summary>
    public override string ToString() => "visit";
}
