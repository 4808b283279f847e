using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The door of this room, and the one place that writes what belongs to every change of a visit: its event, its audit line and its outgoing
/// notice, in the caller's unit of work.
/// </summary>
public sealed class Appointments(ScheduleDb db, Caller caller, Vault vault, AuditTrail audit, DueRows due, Ids ids)
{
    /// <summary>Kind of the due rows that tell the patient about a booking, move or cancel; one for each generation of the visit.</summary>
    public const string Notice = "visit.notice";

    /// <summary>Adds a visit whose time has been taken on the wall already.</summary>
    public void Add(Appointment visit, Instant now)
    {
        db.Add(visit);
        Tell("booked", visit, before: null, now, reason: null);
        due.Plan(Notice, $"{visit.Id}/booked", visit.Id.Value, visit.Generation, now);
    }

    /// <summary>Applies a change and writes everything that goes with it.</summary>
    /// <param name="action">Past-tense word of the event.</param>
    /// <param name="visit">Tracked; its version is raised.</param>
    /// <param name="change">Sets the new state.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="reason">What the person gave.</param>
    /// <param name="notify">Whether the patient is told.</param>
    public void Change(string action, Appointment visit, Action<Appointment> change, Instant now, string? reason = null, bool notify = false)
    {
        var before = AppointmentState.Of(visit);
        change(visit);
        visit.Version++;
        visit.ChangedAt = now;
        Tell(action, visit, before, now, reason);

        if (notify)
        {
            due.Plan(Notice, $"{visit.Id}/{action}/{visit.Version}", visit.Id.Value, visit.Generation, now);
        }
    }

    /// <summary>Whether the visit is kept, or has been: neither given up nor missed.</summary>
    internal Task<bool> Stands(AppointmentId id, CancellationToken ct) => db.Set<Appointment>().AnyAsync(
        visit => visit.Id == id && visit.Status != AppointmentStatus.Cancelled && visit.Status != AppointmentStatus.NoShow && visit.Status != AppointmentStatus.Left, ct);

    private void Tell(string action, Appointment visit, AppointmentState? before, Instant now, string? reason)
    {
        var after = AppointmentState.Of(visit);
        var id = ids.Next<AppointmentEvent>();
        db.Add(new AppointmentEvent
        {
            PracticeId = visit.PracticeId,
            Id = id,
            AppointmentId = visit.Id,
            At = now,
            Action = action,
            ActorKind = caller.Kind,
            ActorId = caller.Id,
            Reason = vault.SealOptional(reason, SchedulingTables.EventReason, id.Value),
            Before = before,
            After = after,
        });
        audit.Record("appointment." + action, new AuditRecord("appointment", visit.Id.Value, visit.PatientId), before, after, reason);
    }
}
