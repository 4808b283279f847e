using DermSchedule.Data;
using DermSchedule.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>The author of the answers takes a photo back: it is gone, and not only hidden.</summary>
public static class RemoveTriagePhoto
{
    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapDelete("/triage/{id}/photos/{fileId}", async (string slug, TriageId id, FileId fileId, [FromHeader(Name = "Authorization")] string? authorization, Handler remove, CancellationToken ct) =>
            (await remove.Handle(id, BearerToken.From(authorization), fileId, ct)).ToHttp(_ => TypedResults.NoContent()))
        .WithName(nameof(RemoveTriagePhoto))
        .Produces(StatusCodes.Status204NoContent)
        .ForAnyone()
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Triages triages, FileCabinet files)
    {
        public Task<Result<bool>> Handle(TriageId id, string? token, FileId file, CancellationToken ct) => db.Write<bool>(
            async () => await triages.Held(id, token, ct) is null ? Refusals.NotFound : await files.Remove(FileOwner.Of(id), file, ct),
            ct);
    }
}
