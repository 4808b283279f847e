using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Files;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>Gives who treats the patient addresses of the photos, each good for a minute (domain.md 14). Nobody else learns that there are any.</summary>
public static class ListTriagePhotos
{
    public sealed record Listed(IReadOnlyList<Photo> Items, string? NextCursor);

    /// <param name="Url">Null while the virus scan has not answered.</param>
    /// <param name="Distance"><c>near</c>, <c>far</c>, or null when it was not said.</param>
    public sealed record Photo(FileId Id, string? Url, OffsetDateTime? ExpiresAt, string ContentType, int Width, int Height, FileState State, OffsetDateTime AddedAt, string? Distance);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/triage/{id}/photos", async (TriageId id, Handler list, CancellationToken ct) => (await list.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListTriagePhotos))
        .Produces<Listed>()
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk)
        .Refuses(Refusals.NotFound, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, FileCabinet files, Catalogs catalogs, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Listed>> Handle(TriageId id, CancellationToken ct)
        {
            if (await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } record || !caller.MayAt(record.ClinicId.Value))
            {
                return Refusals.NotFound;
            }

            if (!ReadFile.Sees(caller, FilePurpose.TriagePhoto))
            {
                return Refusals.Forbidden;
            }

            var wall = ClinicClock.In((await catalogs.Current(ct)).Clinics[record.ClinicId].TimeZone);
            var photos = await files.Of(FileOwner.Of(id), ct);
            await audit.Read("triage.photos_listed", "triage", [new AuditRecord("triage", id.Value, record.Patient)], ct);
            return new Listed([.. photos.Select(photo => Shown(photo, wall))], null);
        }

        private Photo Shown(KeptFile file, ClinicClock wall)
        {
            (string Url, Instant ExpiresAt)? link = file.State == FileState.Clean ? files.Link(file.Id) : null;
            return new Photo(
                file.Id, link?.Url, link is { } open ? wall.OnTheWire(open.ExpiresAt) : null, file.ContentType, file.Width, file.Height, file.State, wall.OnTheWire(file.AddedAt), file.Note);
        }
    }
}
