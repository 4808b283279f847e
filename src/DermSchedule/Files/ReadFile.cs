using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DermSchedule.Files;

/// <summary>Shows the staff one picture. The trail has it before the bytes leave (domain.md 14).</summary>
public static class ReadFile
{
    /// <param name="Expires">Of a signed address; both or neither.</param>
    public sealed record Request(FileId Id, string? Expires, string? Signature)
    {
        public override string ToString() => $"file {Id}";
    }

    public sealed record Picture(byte[] Content, string ContentType)
    {
        public override string ToString() => ContentType;
    }

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/files/{id}", async (FileId id, string? expires, string? signature, HttpContext http, Handler read, CancellationToken ct) =>
            (await read.Handle(new Request(id, expires, signature), ct)).ToHttp(picture => Answer(http.Response.Headers, picture)))
        .WithName(nameof(ReadFile))
        .Produces<string>(contentType: "image/jpeg")
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Billing)
        .Refuses(Refusals.NotFound, FileLinks.Ended);

    private static FileContentHttpResult Answer(IHeaderDictionary headers, Picture picture)
    {
        // Bytes of a stranger, even after we made them anew: kept nowhere, shown as nothing but what they are said to be.
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers[HeaderNames.ContentDisposition] = "attachment";
        return TypedResults.Bytes(picture.Content, picture.ContentType);
    }

    public sealed class Handler(ScheduleDb db, FileBytes bytes, FileLinks links, FileLines lines, FileOwners owners, Caller caller)
    {
        public async Task<Result<Picture>> Handle(Request request, CancellationToken ct)
        {
            if (request is not { Expires: null, Signature: null } && !links.Opens(request.Id, request.Expires, request.Signature))
            {
                return FileLinks.Ended;
            }

            var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.RemovedAt == null && row.State == FileState.Clean, ct);

            if (file is null || !await IsInReach(file, ct))
            {
                return Refusals.NotFound;
            }

            if (!Sees(caller, file.Purpose))
            {
                return Refusals.Forbidden;
            }

            await lines.Read(file, ct);
            return await bytes.Open(file.Id, ct) is { } content ? new Picture(content, file.ContentType) : Refusals.NotFound;
        }

        /// <summary>Roles hold per clinic. Whose place nobody knows, only those see who see all clinics.</summary>
        private async Task<bool> IsInReach(StoredFile file, CancellationToken ct) =>
            caller.Clinics is null || (await owners.Place(file.Owner, ct) is { } place && caller.MayAt(place.Clinic.Value));
    }

    /// <summary>Skin is for who treats it and who was granted it (R-HI-13); a card is for who works with it.</summary>
    public static bool Sees(Caller caller, FilePurpose purpose) => purpose == FilePurpose.TriagePhoto
        ? caller.SeesClinicalIntake
        : caller.Has(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Billing);
}
