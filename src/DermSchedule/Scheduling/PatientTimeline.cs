using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>All visits of a patient, newest first, ahead and behind.</summary>
public static class PatientTimeline
{
    public sealed record Request(PatientId Id, int? Limit, string? Cursor);

    public sealed record Page(IReadOnlyList<VisitView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/patients/{id}/timeline", async ([AsParameters] Request request, Handler timeline, CancellationToken ct) =>
            (await timeline.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(PatientTimeline))
        .Produces<Page>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, PatientRecords patients, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            if (!Cursor.TryRead(request.Cursor, out var after) || request.Limit is < 1 or > Cursor.MostItems)
            {
                return Refusals.Field(request.Limit is < 1 or > Cursor.MostItems ? "limit" : "cursor", "Not valid.");
            }

            if (!(await patients.Names([request.Id], ct)).TryGetValue(request.Id, out var name))
            {
                return Refusals.NotFound;
            }

            var catalog = await catalogs.Current(ct);
            var limit = request.Limit ?? 50;
            var rows = await Visits(request.Id, after).Take(limit + 1).ToListAsync(ct);
            var page = rows.Take(limit).ToList();
            await audit.Read("patient.timeline_read", "patient", [new AuditRecord("patient", request.Id.Value, request.Id)], ct);

            return new Page(
                [.. page.Select(visit => VisitView.Of(visit, catalog).ForDesk(visit, name.Display, notes: null))],
                rows.Count > limit ? new Cursor(page[^1].StartsAt.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
        }

        private IQueryable<Appointment> Visits(PatientId patient, Cursor? after)
        {
            var visits = db.Set<Appointment>().AsNoTracking().Where(visit => visit.PatientId == patient);

            if (caller.Clinics is { } clinics)
            {
                var reach = clinics.Select(clinic => new ClinicId(clinic)).ToList();
                visits = visits.Where(visit => reach.Contains(visit.ClinicId));
            }

            if (after is { } cursor)
            {
                var at = ClockExtensions.FromUnixMicroseconds(cursor.Key);
                var id = new AppointmentId(cursor.Id);
                visits = visits.Where(visit => visit.StartsAt < at || (visit.StartsAt == at && visit.Id < id));
            }

            return visits.OrderByDescending(visit => visit.StartsAt).ThenByDescending(visit => visit.Id);
        }
    }
}
