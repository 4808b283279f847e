using DermSchedule.Data;
using DermSchedule.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>The patient, or the desk for the patient, takes a picture back. Its bytes are gone right after.</summary>
public static class RemoveVisitFile
{
    public sealed record Request(AppointmentId Id, FileId File);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/appointments/{id}/files/{fileId}", async (AppointmentId id, FileId fileId, Handler remove, CancellationToken ct) =>
            (await remove.Handle(new Request(id, fileId), ct)).ToHttp(_ => TypedResults.NoContent()))
        .WithName(nameof(RemoveVisitFile))
        .Produces(StatusCodes.Status204NoContent)
        .ForPatientOrStaff(Access.Desk)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, VisitAccess access, FileCabinet files, TimeProvider clock)
    {
        public Task<Result<bool>> Handle(Request request, CancellationToken ct) => db.Write<bool>(
            async () => await access.Find(request.Id, clock.GetCurrentInstant(), ct) is { } visit ? await Remove(visit, request.File, ct) : Refusals.NotFound,
            ct);

        // Photos that were sent with the answers are the visit's too.
        private async Task<Result<bool>> Remove(Appointment visit, FileId file, CancellationToken ct)
        {
            var removed = await files.Remove(FileOwner.Of(visit.Id), file, ct);
            return removed.Refusal is not null && visit.TriageId is { } triage ? await files.Remove(FileOwner.Of(triage), file, ct) : removed;
        }
    }
}
