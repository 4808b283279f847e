using DermSchedule.Data;

namespace DermSchedule.Audit;

/// <summary>
/// The door of this room. A change is recorded in the transaction that makes it: both commit or neither. A read is stored before its answer
/// leaves (domain.md 13).
/// </summary>
public sealed class AuditTrail(ScheduleDb db, AuditPen pen, ReadAuditQueue reads, OpenViews views, SealerBell bell)
{
    /// <summary>Adds a line to the running unit of work; saved with it.</summary>
    /// <param name="action">Dotted past tense, e.g. <c>appointment.booked</c>.</param>
    /// <param name="about">The record.</param>
    /// <param name="before">State before, sealed with the line; null when it is new.</param>
    /// <param name="after">State after; null when it is gone.</param>
    /// <param name="reason">What the person gave as the reason.</param>
    public void Record(string action, AuditRecord about, object? before = null, object? after = null, string? reason = null) =>
        Join(pen.Change(action, about, before, after, reason));

    /// <summary>
    /// Stores that the caller reads these records: one line for the whole request. Comes back when it is committed, so call it before answering.
    /// Inside a unit of work the line joins that unit.
    /// </summary>
    /// <param name="action">Dotted past tense, e.g. <c>patient.read</c>, <c>appointments.listed</c>.</param>
    /// <param name="entityType">Snake_case noun of what was read.</param>
    /// <param name="subjects">Every record the answer shows; may be empty.</param>
    /// <param name="ct">Stops the waiting; the line may be stored all the same.</param>
    public async Task Read(string action, string entityType, IReadOnlyList<AuditRecord> subjects, CancellationToken ct)
    {
        var view = pen.View(action, entityType, subjects);
        var line = pen.IsRefresh && view is { } shown && views.LineOf(shown) is { } earlier
            ? pen.Read("view.still_open", new AuditRecord("audit_entry", earlier.Value), [])
            : Whole(action, entityType, subjects);

        if (db.InUnit)
        {
            Join(line);
            db.AfterCommit(() => Remember(view, line));
            return;
        }

        await reads.Store(line, ct);
        bell.Ring();
        Remember(view, line);
    }

    private AuditLine Whole(string action, string entityType, IReadOnlyList<AuditRecord> subjects) => subjects is [var only]
        ? pen.Read(action, only with { Type = entityType }, [])
        : pen.Read(action, new AuditRecord(entityType, Guid.Empty), subjects);

    private void Join(AuditLine line)
    {
        line.AddTo(db);
        db.AfterCommit(bell.Ring);
    }

    private void Remember(OpenView? view, AuditLine line)
    {
        if (view is { } shown && line.Entry.Action != "view.still_open")
        {
            views.Remember(shown, line.Entry.Id);
        }
    }
}

/// <summary>What a line is about.</summary>
/// <param name="Type">Snake_case noun: <c>appointment</c>, <c>patient</c>, <c>clinic</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Patient">Whose data it is, where it is somebody's.</param>
public readonly record struct AuditRecord(string Type, Guid Id, PatientId? Patient = null);
