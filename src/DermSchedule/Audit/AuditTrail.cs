using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Encryption;

namespace DermSchedule.Audit;

/// <summary>
/// The door of this room. A change is recorded in the transaction that makes it: both commit or neither (domain.md 13).
/// </summary>
public sealed class AuditTrail(ScheduleDb db, PracticeScope scope, Caller caller, Vault vault, Ids ids, TimeProvider clock)
{
    /// <summary>Adds a line to the running unit of work; saved with it.</summary>
    /// <param name="action">Dotted past tense, e.g. <c>appointment.booked</c>.</param>
    /// <param name="about">The record.</param>
    /// <param name="before">State before, sealed with the line; null when it is new.</param>
    /// <param name="after">State after; null when it is gone.</param>
    /// <param name="reason">What the person gave as the reason.</param>
    public void Record(string action, AuditRecord about, object? before = null, object? after = null, string? reason = null) =>
        Add(action, about.Type, about.Id, about.Patient, before is null && after is null ? null : JsonSerializer.Serialize(new { before, after }, KernelJson.Options), reason);

    internal AuditEntry Add(string action, string entityType, Guid? entityId, PatientId? patient, string? change, string? reason)
    {
        var id = ids.Next<AuditEntry>();
        var draft = new AuditEntry
        {
            PracticeId = scope.Practice,
            Id = id,
            At = clock.GetCurrentInstant(),
            ActorKind = caller.Kind,
            ActorId = caller.Id,
            SessionId = caller.Session,
            Action = action,
            EntityType = entityType,
            EntityId = entityId,
            PatientId = patient,
            Route = caller.Route,
            Address = caller.Address,
            Reason = reason,
            Change = vault.SealOptional(change, AuditTables.Change, id.Value),
            ContentHash = [],
        };
        var entry = AuditHash.Stamp(draft);
        db.Add(entry);
        db.Add(new AuditUnsealed { PracticeId = scope.Practice, EntryId = id, At = entry.At });
        return entry;
    }
}

/// <summary>What a line is about.</summary>
/// <param name="Type">Snake_case noun: <c>appointment</c>, <c>patient</c>, <c>clinic</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Patient">Whose data it is, where it is somebody's.</param>
public readonly record struct AuditRecord(string Type, Guid Id, PatientId? Patient = null);
