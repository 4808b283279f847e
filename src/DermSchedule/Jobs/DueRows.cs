using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>The door of this room: plans what is due later, in the caller's unit of work.</summary>
public sealed class DueRows(ScheduleDb db, PracticeScope scope, Vault vault, Ids ids, TimeProvider clock, DueRunner runner, DueBell bell)
{
    /// <summary>Plans one row; saved with the cause.</summary>
    /// <param name="kind">Whose handler carries it out.</param>
    /// <param name="key">Unique within the kind.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="generation">The subject's generation.</param>
    /// <param name="dueAt">Not before this instant of the injected clock.</param>
    /// <param name="payload">What else the handler needs; sealed.</param>
    public void Plan(string kind, string key, Guid subject, int generation, Instant dueAt, string? payload = null)
    {
        var id = ids.Next<DueRow>();
        db.Add(new DueRow
        {
            PracticeId = scope.Practice,
            Id = id,
            Kind = kind,
            Key = key,
            SubjectId = subject,
            Generation = generation,
            DueAt = dueAt,
            Payload = vault.SealOptional(payload, JobsTables.Payload, id.Value),
        });

        // Nobody is woken for what nobody here can do.
        if (dueAt <= clock.GetCurrentInstant() && runner.Kinds.Contains(kind))
        {
            db.AfterCommit(bell.Ring);
        }
    }

    /// <summary>What else the handler needs, in clear.</summary>
    public string? PayloadOf(DueRow row) => vault.OpenOptional(row.Payload, JobsTables.Payload, row.Id.Value);
}
