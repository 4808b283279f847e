using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>The alerts of the caller's clinics, newest first: who must be called, and whether somebody has taken it on.</summary>
public static class ListTriageAlerts
{
    /// <param name="Open">True shows only what nobody has taken on.</param>
    public sealed record Request(bool? Open, int? Limit, string? Cursor);

    public sealed record Page(IReadOnlyList<AlertView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/triage-alerts", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListTriageAlerts))
        .Produces<Page>()
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Auditor)
        .Refuses(Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, AlertViews views, Caller caller, AuditTrail audit)
    {
        private const int DefaultLimit = 50;

        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            if (request.Limit is < 1 or > Cursor.MostItems)
            {
                return Refusals.Field("limit", $"Ask for 1 to {Cursor.MostItems}.");
            }

            if (!Cursor.TryRead(request.Cursor, out var after))
            {
                return Refusals.Field("cursor", "This is not a cursor of this list.");
            }

            var alerts = db.Set<StaffAlert>().AsNoTracking();
            alerts = request.Open == true ? alerts.Where(alert => alert.AcknowledgedAt == null) : alerts;
            alerts = caller.Clinics is { } mine ? alerts.Where(alert => mine.Select(id => new ClinicId(id)).Contains(alert.ClinicId)) : alerts;

            if (after is { } last)
            {
                var at = ClockExtensions.FromUnixMicroseconds(last.Key);
                var id = new Id<StaffAlert>(last.Id);
                alerts = alerts.Where(alert => alert.RaisedAt < at || (alert.RaisedAt == at && alert.Id < id));
            }

            var limit = request.Limit ?? DefaultLimit;
            var rows = await alerts.OrderByDescending(alert => alert.RaisedAt).ThenByDescending(alert => alert.Id).Take(limit + 1).ToListAsync(ct);
            var page = rows.Take(limit).ToList();
            await audit.Read("triage_alerts.listed", "triage_alert", [.. page.Select(alert => new AuditRecord("triage_alert", alert.Id.Value))], ct);
            return new Page(await views.Of(page, ct), rows.Count > limit ? new Cursor(page[^1].RaisedAt.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
        }
    }
}

/// <summary>An alert as the desk sees it: what was recognised and whom to call, never what was typed.</summary>
public sealed record AlertView(
    Id<StaffAlert> Id,
    ClinicId ClinicId,
    Guid TriageId,
    AlertLevel Disposition,
    IReadOnlyList<string> Labels,
    Contact? Contact,
    OffsetDateTime RaisedAt,
    int Escalations,
    OffsetDateTime? AcknowledgedAt,
    AccountId? AcknowledgedBy);

/// <summary>Opens alerts for the eyes of staff.</summary>
public sealed class AlertViews(Catalogs catalogs, Vault vault)
{
    public async Task<IReadOnlyList<AlertView>> Of(IReadOnlyList<StaffAlert> alerts, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        return [.. alerts.Select(alert => Of(alert, ClinicClock.In(catalog.Clinics[alert.ClinicId].TimeZone)))];
    }

    private AlertView Of(StaffAlert alert, ClinicClock clock) => new(
        alert.Id,
        alert.ClinicId,
        alert.SubjectId,
        alert.Level,
        vault.Open(alert.Words, TasksTables.Words, alert.Id.Value).Labels,
        alert.Contact is { } contact ? vault.Open(contact, TasksTables.AlertContact, alert.Id.Value) : null,
        clock.OnTheWire(alert.RaisedAt),
        alert.Escalations,
        alert.AcknowledgedAt is { } at ? clock.OnTheWire(at) : null,
        alert.AcknowledgedBy);
}
