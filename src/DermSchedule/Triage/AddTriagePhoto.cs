using DermSchedule.Data;
using DermSchedule.Files;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>
/// A patient adds a photo to the answers: up to six, near and far. They are for the eyes of the care team; nothing is judged by them, and nobody waits
/// for them (R-TR-9).
/// </summary>
public static class AddTriagePhoto
{
    public sealed record Added(FileId Id, string ContentType, int Width, int Height);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/triage/{id}/photos", async (string slug, TriageId id, [FromHeader(Name = "Authorization")] string? authorization, HttpRequest request, Handler add, CancellationToken ct) =>
            (await add.Handle(slug, id, BearerToken.From(authorization), take => UploadForm.Read(request, [SentPhoto.Part], take, ct), ct)).ToHttp(added => TypedResults.Created((string?)null, added)))
        .WithName(nameof(AddTriagePhoto))
        .WithMetadata(new RequestSizeLimitAttribute(FileLimits.PictureBytes + UploadForm.Around), new UploadParts([new(SentPhoto.Part, true)]))
        .Produces<Added>(StatusCodes.Status201Created)
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, FilesRefusals.TooLarge, FilesRefusals.NotAPicture, FilesRefusals.TooManyFiles, FilesRefusals.Queued);

    public sealed class Handler(ScheduleDb db, Triages triages, Catalogs catalogs, FileCabinet files)
    {
        public async Task<Result<Added>> Handle(string slug, TriageId id, string? token, ReadUpload read, CancellationToken ct)
        {
            // Before the body is read: nobody sends ten megabytes to be told that there is no such triage.
            var clinic = (await catalogs.Current(ct)).ClinicBySlug(slug);

            if (await triages.Open(clinic, id, token, ct) is not { } record)
            {
                return Refusals.NotFound;
            }

            // Answers that were changed meanwhile have taken the photos along.
            id = (await triages.Newest(record, ct)).Id;

            if ((await SentPhoto.Read(read, files, FileOwner.Of(id), ct)).IsRefused(out var refusal, out var photo))
            {
                return refusal;
            }

            return await db.Write<Added>(
                async () => (await files.Keep(photo, ct)).IsRefused(out var full, out var kept) ? full
                    : new Added(kept.Id, kept.ContentType, kept.Width, kept.Height),
                ct);
        }
    }
}
