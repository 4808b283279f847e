using System.Text;
using DermSchedule.Audit;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>The visit for the patient's own calendar. Says as little as a text message does: "Appointment, {clinic's message name}" (domain.md 7).</summary>
public static class DownloadCalendarFile
{
    public sealed record Request(AppointmentId Id);

    // Calendar programs subscribe without headers: the manage token also works as ?token= here and nowhere else (api.md).
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/appointments/{id}/calendar.ics", async (AppointmentId id, Handler download, CancellationToken ct) =>
            (await download.Handle(new Request(id), ct)).ToHttp(file => TypedResults.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "appointment.ics")))
        .WithName(nameof(DownloadCalendarFile))
        .Produces<string>(contentType: "text/calendar")
        .ForPatientOrStaff(Access.Readers)
        .TakesTokenInQuery()
        .Refuses(Refusals.NotFound);

    public sealed class Handler(VisitAccess access, Catalogs catalogs, AuditTrail audit, TimeProvider clock)
    {
        public async Task<Result<string>> Handle(Request request, CancellationToken ct)
        {
            if (await access.Find(request.Id, clock.GetCurrentInstant(), ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            await audit.Read("appointment.calendar_read", "appointment", [new AuditRecord("appointment", visit.Id.Value, visit.PatientId)], ct);
            return CalendarFile.Of(visit, (await catalogs.Current(ct)).Clinics[visit.ClinicId]);
        }
    }
}
