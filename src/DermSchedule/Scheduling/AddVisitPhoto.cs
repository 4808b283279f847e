using DermSchedule.Data;
using DermSchedule.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>A patient adds a photo to a booked visit through its link: what did not arrive while booking can still be sent.</summary>
public static class AddVisitPhoto
{
    public sealed record Added(FileId Id, string ContentType, int Width, int Height);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/photos", async (AppointmentId id, HttpRequest request, Handler add, CancellationToken ct) =>
            (await add.Handle(id, take => UploadForm.Read(request, [SentPhoto.Part], take, ct), ct)).ToHttp(added => TypedResults.Created((string?)null, added)))
        .WithName(nameof(AddVisitPhoto))
        .WithMetadata(new RequestSizeLimitAttribute(FileLimits.PictureBytes + UploadForm.Around), new UploadParts([new(SentPhoto.Part, true)]))
        .Produces<Added>(StatusCodes.Status201Created)
        .ForPatientOrStaff()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, FilesRefusals.TooLarge, FilesRefusals.NotAPicture, FilesRefusals.TooManyFiles, FilesRefusals.Queued);

    public sealed class Handler(ScheduleDb db, VisitAccess access, FileCabinet files, TimeProvider clock)
    {
        public async Task<Result<Added>> Handle(AppointmentId id, ReadUpload read, CancellationToken ct)
        {
            if (await access.Find(id, clock.GetCurrentInstant(), ct) is null)
            {
                return Refusals.NotFound;
            }

            if ((await SentPhoto.Read(read, files, FileOwner.Of(id), ct)).IsRefused(out var refusal, out var photo))
            {
                return refusal;
            }

            return await db.Write<Added>(
                async () => await access.Find(id, clock.GetCurrentInstant(), ct) is not { } visit ? Refusals.NotFound
                    : await HasAll(visit, ct) ? FilesRefusals.TooManyFiles
                    : (await files.Keep(photo, ct)).IsRefused(out var full, out var kept) ? full
                    : new Added(kept.Id, kept.ContentType, kept.Width, kept.Height),
                ct);
        }

        /// <summary>Photos that were sent with the answers count too (reliability.md 5.2). The visit is locked, so two at once see each other.</summary>
        private async Task<bool> HasAll(Appointment visit, CancellationToken ct)
        {
            var before = visit.TriageId is { } triage ? (await files.Of(FileOwner.Of(triage), ct)).Count : 0;
            return before + (await files.Of(FileOwner.Of(visit.Id), ct)).Count(file => file.Purpose == FilePurpose.TriagePhoto) >= FileLimits.Photos;
        }
    }
}
