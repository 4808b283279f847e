using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>The patient (or the desk for the patient) says: I am coming. Saying it twice changes nothing.</summary>
public static class ConfirmAppointment
{
    public sealed record Request(AppointmentId Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/confirm", async (AppointmentId id, Handler confirm, HttpContext http, CancellationToken ct) =>
            (await confirm.Handle(new Request(id), ct)).ToHttp(view => Etag.Answer(http, view, view.Version)))
        .WithName(nameof(ConfirmAppointment))
        .Produces<VisitView>()
        .ForPatientOrStaff(Access.Desk)
        .Refuses(Refusals.NotFound, SchedulingRefusals.IllegalTransition);

    public sealed class Handler(ScheduleDb db, VisitAccess access, Appointments appointments, VisitViews views, TimeProvider clock)
    {
        public Task<Result<VisitView>> Handle(Request request, CancellationToken ct) => db.Write<VisitView>(async () =>
        {
            var now = clock.GetCurrentInstant();

            if (await access.Find(request.Id, now, ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            if (visit.Status == AppointmentStatus.Confirmed)
            {
                return await views.Shown(visit, ct);
            }

            // Taking a no-show back is the desk's (domain.md 5): a yes answers the question whether somebody will come.
            if (visit.Status != AppointmentStatus.Pending || visit.EndsAt <= now)
            {
                return SchedulingRefusals.IllegalTransition;
            }

            appointments.Change("confirmed", visit, it => it.Status = AppointmentStatus.Confirmed, now);
            return await views.Of(visit, ct);
        }, ct);
    }
}
