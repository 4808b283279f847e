using DermSchedule.Data;
using DermSchedule.Files;
using DermSchedule.Practices;
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
            (await remove.Handle(slug, id, BearerToken.From(authorization), fileId, ct)).ToHttp(_ => TypedResults.NoContent()))
        .WithName(nameof(RemoveTriagePhoto))
        .Produces(StatusCodes.Status204NoContent)
        .ForAnyone()
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Triages triages, Catalogs catalogs, FileCabinet files)
    {
        public Task<Result<bool>> Handle(string slug, TriageId id, string? token, FileId file, CancellationToken ct) => db.Write<bool>(
            async () => await triages.Open((await catalogs.Current(ct)).ClinicBySlug(slug), id, token, ct) is not { } record ? Refusals.NotFound : await files.Remove(FileOwner.Of((await triages.Newest(record, ct)).Id), file, ct),
            ct);
    }
}
