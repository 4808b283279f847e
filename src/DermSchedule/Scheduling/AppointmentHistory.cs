using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>The story of a visit: every transition and change, oldest first.</summary>
public static class AppointmentHistory
{
    public sealed record Request(AppointmentId Id);

    public sealed record History(IReadOnlyList<Item> Items, string? NextCursor);

    public sealed record Item(Id<AppointmentEvent> Id, OffsetDateTime At, string Action, CallerKind ActorKind, Guid? ActorId, string? Reason, State? Before, State After);

    public sealed record State(AppointmentStatus Status, OffsetDateTime Start, OffsetDateTime End, ProviderId ProviderId, AppointmentTypeId AppointmentTypeId, IReadOnlyList<ResourceId> ResourceIds);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/appointments/{id}/events", async (AppointmentId id, Handler history, CancellationToken ct) =>
            (await history.Handle(new Request(id), ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(AppointmentHistory))
        .Produces<History>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, VisitAccess access, Catalogs catalogs, Vault vault, AuditTrail audit, TimeProvider clock)
    {
        public async Task<Result<History>> Handle(Request request, CancellationToken ct)
        {
            if (await access.Find(request.Id, clock.GetCurrentInstant(), ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            await audit.Read("appointment.history_read", "appointment", [new AuditRecord("appointment", visit.Id.Value, visit.PatientId)], ct);

            var zone = ClinicClock.In((await catalogs.Current(ct)).Clinics[visit.ClinicId].TimeZone);
            var events = await db.Set<AppointmentEvent>().AsNoTracking().Where(row => row.AppointmentId == visit.Id).OrderBy(row => row.Id).ToListAsync(ct);
            return new History(
                [.. events.Select(row => new Item(row.Id, zone.OnTheWire(row.At), row.Action, row.ActorKind, row.ActorId, vault.OpenOptional(row.Reason, SchedulingTables.EventReason, row.Id.Value), row.Before is { } before ? Shown(before, zone) : null, Shown(row.After, zone)))],
                NextCursor: null);
        }

        private static State Shown(AppointmentState state, ClinicClock zone) =>
            new(state.Status, zone.OnTheWire(state.StartsAt), zone.OnTheWire(state.EndsAt), state.ProviderId, state.AppointmentTypeId, state.ResourceIds);
    }
}
