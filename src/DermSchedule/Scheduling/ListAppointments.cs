using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>The desk's list: whose visits are when, in order of time.</summary>
public static class ListAppointments
{
    /// <summary>As it comes in the query; dates are inclusive in the clinic's zone.</summary>
    public sealed record Request(string? From, string? To, string? Clinic, ProviderId? ProviderId, string? Status, string? Q, int? Limit, string? Cursor);

    public sealed record Page(IReadOnlyList<VisitView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/appointments", async ([AsParameters] Request request, Handler list, CancellationToken ct) =>
            (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListAppointments))
        .Produces<Page>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, PatientRecords patients, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);

            if (AppointmentFilter.Read(request, catalog, caller).IsRefused(out var refusal, out var filter))
            {
                return refusal;
            }

            var visits = filter.Apply(db.Set<Appointment>().AsNoTracking());

            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                if (patients.Matching(request.Q) is not { } found)
                {
                    return new Page([], NextCursor: null);
                }

                visits = visits.Where(visit => found.Contains(visit.PatientId));
            }

            var rows = await visits.OrderBy(visit => visit.StartsAt).ThenBy(visit => visit.Id).Take(filter.Limit + 1).ToListAsync(ct);
            var page = rows.Take(filter.Limit).ToList();
            var names = await patients.Names([.. page.Select(visit => visit.PatientId).Distinct()], ct);
            await audit.Read("appointment.listed", "appointment", [.. page.Select(visit => new AuditRecord("appointment", visit.Id.Value, visit.PatientId))], ct);

            return new Page(
                [.. page.Select(visit => VisitView.Of(visit, catalog).ForDesk(visit, names[visit.PatientId].Display, notes: null))],
                rows.Count > filter.Limit ? new Cursor(page[^1].StartsAt.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
        }
    }
}
