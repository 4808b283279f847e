using DermSchedule.Audit;
using DermSchedule.Files;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Which pictures a visit has. Its patient sees that they are there; the staff get an address, good for a minute, of those they may look at.</summary>
public static class ListVisitFiles
{
    public sealed record Request(AppointmentId Id);

    public sealed record Listed(IReadOnlyList<Item> Items, string? NextCursor);

    /// <param name="State">Only what is clean can be looked at.</param>
    /// <param name="Url">Null for who may not look at it.</param>
    /// <param name="ExpiresAt">When the address ends.</param>
    public sealed record Item(FileId Id, FilePurpose Purpose, string ContentType, int Width, int Height, FileState State, OffsetDateTime AddedAt, string? Url, OffsetDateTime? ExpiresAt);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/appointments/{id}/files", async (AppointmentId id, Handler list, CancellationToken ct) =>
            (await list.Handle(new Request(id), ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListVisitFiles))
        .Produces<Listed>()
        .ForPatientOrStaff(Access.Readers)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(VisitAccess access, Catalogs catalogs, FileCabinet files, Caller caller, AuditTrail audit, TimeProvider clock)
    {
        public async Task<Result<Listed>> Handle(Request request, CancellationToken ct)
        {
            if (await access.Find(request.Id, clock.GetCurrentInstant(), ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            var wall = ClinicClock.In((await catalogs.Current(ct)).Clinics[visit.ClinicId].TimeZone);
            var before = visit.TriageId is { } triage ? await files.Of(FileOwner.Of(triage), ct) : [];
            var kept = before.Concat(await files.Of(FileOwner.Of(visit.Id), ct));
            await audit.Read("appointment.files_listed", "appointment", [new AuditRecord("appointment", visit.Id.Value, visit.PatientId)], ct);
            return new Listed([.. kept.Select(file => Shown(file, wall))], null);
        }

        private Item Shown(KeptFile file, ClinicClock wall)
        {
            var item = new Item(file.Id, file.Purpose, file.ContentType, file.Width, file.Height, file.State, wall.OnTheWire(file.AddedAt), null, null);

            if (!caller.IsStaff || file.State != FileState.Clean || !ReadFile.Sees(caller, file.Purpose))
            {
                return item;
            }

            var (url, expiresAt) = files.Link(file.Id);
            return item with { Url = url, ExpiresAt = wall.OnTheWire(expiresAt) };
        }
    }
}
