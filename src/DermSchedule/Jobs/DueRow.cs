using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>
/// Something that happens later or outside, written in the transaction that causes it: the outbox and the timer of this product are one table
/// (decision 0005). A row is done at most once, by whichever node claims it.
/// </summary>
public sealed class DueRow : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<DueRow> Id { get; init; }

    /// <summary>Which handler carries it out, e.g. <c>hold.lapsed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique within practice and kind: the same cause plans the same thing once.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about, e.g. the appointment.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The subject's generation when it was planned; a handler drops a row that is older than its subject.</summary>
    public required int Generation { get; init; }

    /// <summary>By the injected clock.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>Whatever else the handler needs, sealed.</summary>
    public Sealed<string>? Payload { get; init; }

    /// <summary>Nobody else takes it before then, by the real clock: a runner works on it, or it rests after a failed attempt.</summary>
    public Instant? LeasedUntil { get; set; }

    /// <summary>The claim of the runner that works on it; null while it waits or rests.</summary>
    public Guid? LeasedBy { get; set; }

    /// <summary>Counted when it is claimed, so that a row that takes the process down with it counts too.</summary>
    public int Attempts { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>Gave up after the last attempt: shown to staff.</summary>
    public bool Dead { get; set; }
}
