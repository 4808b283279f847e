using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>A booked visit as its patient sees it.</summary>
/// <param name="ManageUrl">The whole address of its page, as it stands in messages.</param>
public sealed record VisitCard(
    AppointmentId Id,
    string Slug,
    AppointmentStatus Status,
    ZonedDateTime Start,
    int Minutes,
    AppointmentTypeId Type,
    string TypeName,
    string? TypeLang,
    PatientKind Kind,
    ProviderId Provider,
    string ProviderName,
    string Token,
    string ManageUrl)
{
    public string ManagePath => "/m/" + Token;

    public string CalendarUrl => $"/api/v1/appointments/{Id}/calendar.ics?token={Token}";

    public bool IsOpen => Status is AppointmentStatus.Pending or AppointmentStatus.Confirmed;

    public bool IsConfirmed => Status == AppointmentStatus.Confirmed;

    /// <summary>No key to a visit in a log.</summary>
    public override string ToString() => "visit";
}
