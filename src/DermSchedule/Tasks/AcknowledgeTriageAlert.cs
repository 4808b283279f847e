using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Tasks;

/// <summary>A person of the clinic takes an alert on: from now on it is theirs, and it gets no louder. The first one it is; a second is told who has it.</summary>
public static class AcknowledgeTriageAlert
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/triage-alerts/{id}/acknowledge", async (Id<StaffAlert> id, Handler acknowledge, CancellationToken ct) =>
            (await acknowledge.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(AcknowledgeTriageAlert))
        .Produces<AlertView>()
        .ForStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, StaffAlerts alerts, AlertViews views, Caller caller, AuditTrail audit, TimeProvider clock)
    {
        public Task<Result<AlertView>> Handle(Id<StaffAlert> id, CancellationToken ct) => db.Write<AlertView>(async () =>
        {
            if (await alerts.Find(id, ct) is not { } alert || !caller.MayAt(alert.ClinicId.Value))
            {
                return Refusals.NotFound;
            }

            // A program cannot call anybody (domain.md 6: acknowledged by a named user).
            if (caller.Kind != CallerKind.User)
            {
                return Refusals.Forbidden.Saying("An alert is taken on by a person. Sign in with your own account.");
            }

            if (alert.AcknowledgedAt is null)
            {
                alert.Version++;
                alert.AcknowledgedAt = clock.GetCurrentInstant();
                alert.AcknowledgedBy = new AccountId(caller.Id!.Value);
                audit.Record("triage_alert.acknowledged", new AuditRecord("triage_alert", id.Value), null, new { alert.AcknowledgedBy });
            }

            return (await views.Of([alert], ct))[0];
        }, ct);
    }
}
