using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tasks;

/// <summary>The door for tasks: opens one in the caller's unit.</summary>
public sealed class StaffTasks(ScheduleDb db, PracticeScope scope, Vault vault, Ids ids, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Opens the task of this kind about the subject; one that was done already is to be done again, and one that is open stays as it is.</summary>
    public async Task Open(ClinicId clinic, StaffTaskKind kind, Guid subject, Contact? contact, Instant now, Instant due, CancellationToken ct)
    {
        var tasks = db.Set<StaffTask>();

        // Also one that this very unit has opened, and the database has not seen yet.
        if ((tasks.Local.SingleOrDefault(task => task.SubjectId == subject && task.Kind == kind)
            ?? await tasks.Locked().SingleOrDefaultAsync(task => task.SubjectId == subject && task.Kind == kind, ct)) is { } before)
        {
            Reopen(before, due);
            return;
        }

        var id = ids.Next<StaffTask>();
        db.Add(new StaffTask
        {
            PracticeId = scope.Practice,
            Id = id,
            ClinicId = clinic,
            Kind = kind,
            SubjectId = subject,
            OpenedAt = now,
            DueAt = due,
            Contact = contact is null ? null : vault.Seal(contact, TasksTables.TaskContact, id.Value),
        });
        audit.Record("task.opened", new AuditRecord("task", id.Value), null, new { kind, due });
    }

    private void Reopen(StaffTask task, Instant due)
    {
        if (task.DoneAt is not null)
        {
            (task.DoneAt, task.DoneBy, task.DueAt) = (null, null, due);
            task.Version++;
            audit.Record("task.reopened", new AuditRecord("task", task.Id.Value), null, new { task.Kind, due });
        }
    }

    /// <summary>Whether somebody has still to do this about one of the subjects.</summary>
    public Task<bool> IsOpen(ClinicId clinic, StaffTaskKind kind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        db.Set<StaffTask>().AnyAsync(task => task.ClinicId == clinic && subjects.Contains(task.SubjectId) && task.Kind == kind && task.DoneAt == null, ct);

    /// <summary>What it asked for has happened by itself: nobody has to do it any more. Nothing where no such task is open.</summary>
    public async Task Settle(StaffTaskKind kind, Guid subject, CancellationToken ct)
    {
        if (await db.Set<StaffTask>().Locked().SingleOrDefaultAsync(task => task.SubjectId == subject && task.Kind == kind && task.DoneAt == null, ct) is { } task)
        {
            task.Version++;
            task.DoneAt = clock.GetCurrentInstant();
            audit.Record("task.settled", new AuditRecord("task", task.Id.Value), null, new { kind });
        }
    }

    /// <summary>Notes whom to call on the open tasks about the subjects.</summary>
    public async Task Reach(IReadOnlyList<Guid> subjects, Contact contact, CancellationToken ct)
    {
        foreach (var task in await db.Set<StaffTask>().Locked().Where(task => subjects.Contains(task.SubjectId) && task.DoneAt == null).ToListAsync(ct))
        {
            task.Contact = vault.Seal(contact, TasksTables.TaskContact, task.Id.Value);
            task.Version++;
            audit.Record("task.contact_given", new AuditRecord("task", task.Id.Value), null, contact);
        }
    }
}
