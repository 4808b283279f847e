using DermSchedule.Audit;
using DermSchedule.Jobs;

namespace DermSchedule.Tasks;

/// <summary>Nobody has taken an alert on in time: it gets louder, and the number on call is texted again (domain.md 6, after 10 and 30 minutes).</summary>
public sealed class AlertEscalation(StaffAlerts alerts, DueRows due, AuditTrail audit) : IDueHandler
{
    public string Kind => StaffAlerts.Escalation;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        // The generation is the step: one that was overtaken by a later one has nothing to add.
        if (await alerts.Find(new Id<StaffAlert>(row.SubjectId), ct) is not { AcknowledgedAt: null } alert || alert.Escalations >= row.Generation)
        {
            return;
        }

        alert.Escalations = row.Generation;
        alert.Version++;
        audit.Record("triage_alert.escalated", new AuditRecord("triage_alert", alert.Id.Value), null, new { alert.Escalations });
        due.Plan(StaffAlerts.Notice, $"{alert.Id}/{row.Generation}", alert.Id.Value, row.Generation + 1, row.DueAt);
    }
}
