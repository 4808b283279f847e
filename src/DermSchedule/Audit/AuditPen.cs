using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Encryption;

namespace DermSchedule.Audit;

/// <summary>Writes lines down in the name of this unit's caller, and stores nothing: that is <see cref="AuditTrail"/>'s part.</summary>
public sealed class AuditPen(PracticeScope scope, Caller caller, Vault vault, Ids ids, TimeProvider clock)
{
    internal AuditLine Change(string action, AuditRecord about, object? before, object? after, string? reason)
    {
        var change = before is null && after is null ? null : JsonSerializer.Serialize(new { before, after }, KernelJson.Options);
        return Line(action, about, change, reason, []);
    }

    internal AuditLine Read(string action, AuditRecord about, IReadOnlyList<AuditRecord> subjects) => Line(action, about, change: null, reason: null, subjects);

    /// <summary>The set on this screen of this session, by which an automatic refresh is known again; null where there is no session.</summary>
    internal OpenView? View(string action, string entityType, IReadOnlyList<AuditRecord> subjects) =>
        OpenView.Of(scope.Practice, caller, action, entityType, subjects);

    internal bool IsRefresh => caller.IsLiveRefresh;

    private AuditLine Line(string action, AuditRecord about, string? change, string? reason, IReadOnlyList<AuditRecord> records)
    {
        var id = ids.Next<AuditEntry>();
        var subjects = records.DistinctBy(record => record.Id).OrderBy(record => record.Id)
            .Select(record => new AuditSubject { PracticeId = scope.Practice, EntryId = id, EntityId = record.Id, PatientId = record.Patient }).ToList();
        var draft = new AuditEntry
        {
            PracticeId = scope.Practice,
            Id = id,
            At = clock.GetCurrentInstant(),
            ActorKind = caller.Kind,
            ActorId = caller.Id,
            SessionId = caller.Session,
            Action = action,
            EntityType = about.Type,
            EntityId = about.Id == Guid.Empty ? null : about.Id,
            PatientId = about.Patient,
            Route = caller.Route,
            Address = caller.Address,
            Reason = vault.SealOptional(reason, AuditTables.Reason, id.Value),
            Change = vault.SealOptional(change, AuditTables.Change, id.Value),
            ContentHash = [],
        };

        // The queue's time is the real one: it says how long the sealer has been late, whatever a demonstration did to the clock.
        var unsealed = new AuditUnsealed { PracticeId = scope.Practice, EntryId = id, At = TimeProvider.System.GetCurrentInstant() };
        return new AuditLine(AuditHash.Stamp(draft, subjects), subjects, unsealed);
    }
}

/// <summary>A line with everything that is stored with it.</summary>
internal sealed record AuditLine(AuditEntry Entry, IReadOnlyList<AuditSubject> Subjects, AuditUnsealed Unsealed)
{
    public void AddTo(ScheduleDb db)
    {
        db.Add(Entry);
        db.AddRange(Subjects);
        db.Add(Unsealed);
    }
}
