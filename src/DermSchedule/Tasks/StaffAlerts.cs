using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>The door for alerts: raises one in the caller's unit, so that it stands when its cause does.</summary>
public sealed class StaffAlerts(ScheduleDb db, PracticeScope scope, Vault vault, Ids ids, DueRows due, AuditTrail audit)
{
    /// <summary>Due row that texts or mails the number on call. Its payload names no patient; Messaging carries it out.</summary>
    public const string Notice = "alert.notice";

    /// <summary>Due row that looks whether somebody has answered.</summary>
    public const string Escalation = "alert.escalate";

    /// <param name="ClinicId">Where.</param>
    /// <param name="SubjectId">The triage.</param>
    /// <param name="Level">How soon.</param>
    /// <param name="Labels">What was recognised.</param>
    /// <param name="Contact">Whom to call; null while nobody said.</param>
    /// <param name="EscalateAfter">How long it may wait, the first time and from the beginning the second time.</param>
    public sealed record New(
        ClinicId ClinicId, Guid SubjectId, AlertLevel Level, IReadOnlyList<string> Labels, Contact? Contact, IReadOnlyList<Duration> EscalateAfter);

    public void Raise(New alert, Instant now)
    {
        var id = ids.Next<StaffAlert>();
        db.Add(new StaffAlert
        {
            PracticeId = scope.Practice,
            Id = id,
            ClinicId = alert.ClinicId,
            SubjectId = alert.SubjectId,
            Level = alert.Level,
            RaisedAt = now,
            Words = vault.Seal(new AlertWords(alert.Labels), TasksTables.Words, id.Value),
            Contact = alert.Contact is { } contact ? vault.Seal(contact, TasksTables.AlertContact, id.Value) : null,
        });

        audit.Record("triage_alert.raised", new AuditRecord("triage_alert", id.Value), null, new { alert.Level, alert.ClinicId });
        due.Plan(Notice, $"{id}/0", id.Value, 1, now);

        for (var step = 0; step < alert.EscalateAfter.Count; step++)
        {
            due.Plan(Escalation, $"{id}/{step + 1}", id.Value, step + 1, now + alert.EscalateAfter[step]);
        }
    }

    /// <summary>Whether one that nobody has taken on yet says all of this already, about one of the subjects and no less loudly.</summary>
    public async Task<bool> IsRinging(ClinicId clinic, IReadOnlyList<Guid> subjects, AlertLevel level, IReadOnlyList<string> labels, CancellationToken ct)
    {
        // Locked: whoever takes it on at this moment does so before or after, and what comes after rings anew.
        var open = await db.Set<StaffAlert>().Locked().Where(alert => alert.ClinicId == clinic && subjects.Contains(alert.SubjectId) && alert.AcknowledgedAt == null).ToListAsync(ct);
        return open.Any(alert => alert.Level >= level && labels.All(vault.Open(alert.Words, TasksTables.Words, alert.Id.Value).Labels.Contains));
    }

    /// <summary>Notes whom to call on the alerts of the subjects; nothing where there are none.</summary>
    public async Task Reach(IReadOnlyList<Guid> subjects, Contact contact, CancellationToken ct)
    {
        foreach (var alert in await db.Set<StaffAlert>().Locked().Where(alert => subjects.Contains(alert.SubjectId)).ToListAsync(ct))
        {
            alert.Contact = vault.Seal(contact, TasksTables.AlertContact, alert.Id.Value);
            alert.Version++;
            audit.Record("triage_alert.contact_given", new AuditRecord("triage_alert", alert.Id.Value), null, contact);
        }
    }

    internal Task<StaffAlert?> Find(Id<StaffAlert> id, CancellationToken ct) => db.Set<StaffAlert>().Locked().SingleOrDefaultAsync(alert => alert.Id == id, ct);
}
