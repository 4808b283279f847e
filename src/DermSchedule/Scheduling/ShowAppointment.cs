using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Shows one visit, to its patient or to the desk.</summary>
public static class ShowAppointment
{
    public sealed record Request(AppointmentId Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/appointments/{id}", async (AppointmentId id, Handler show, HttpContext http, CancellationToken ct) =>
            (await show.Handle(new Request(id), ct)).ToHttp(view => Etag.Answer(http, view, view.Version)))
        .WithName(nameof(ShowAppointment))
        .Produces<VisitView>()
        .ForPatientOrStaff(Access.Readers)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(VisitAccess access, VisitViews views, TimeProvider clock)
    {
        public async Task<Result<VisitView>> Handle(Request request, CancellationToken ct)
        {
            if (await access.Find(request.Id, clock.GetCurrentInstant(), ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            return await views.Shown(visit, ct);
        }
    }
}
