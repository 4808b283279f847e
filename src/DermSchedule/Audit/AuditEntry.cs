using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Audit;

/// <summary>
/// One line of the trail: who did or read what, why, when, from where (domain.md 13). Append-only: the database refuses UPDATE and DELETE.
/// </summary>
public sealed class AuditEntry : IPracticeOwned, IAppendOnly
{
    public required PracticeId PracticeId { get; init; }

    public required Id<AuditEntry> Id { get; init; }

    public required Instant At { get; init; }

    public required CallerKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>A dotted past-tense name: <c>appointment.booked</c>, <c>patient.read</c>.</summary>
    public required string Action { get; init; }

    public required string EntityType { get; init; }

    /// <summary>Null for a read of several records: those are in <see cref="AuditSubject"/>.</summary>
    public Guid? EntityId { get; init; }

    public PatientId? PatientId { get; init; }

    /// <summary>The route template or the job's name.</summary>
    public required string Route { get; init; }

    public string? Address { get; init; }

    /// <summary>What somebody typed as the reason: free text, sealed.</summary>
    public Sealed<string>? Reason { get; init; }

    /// <summary>Before and after of a change, as JSON, sealed.</summary>
    public Sealed<string>? Change { get; init; }

    /// <summary>SHA-256 of the row's canonical bytes, computed before it is stored.</summary>
    public required byte[] ContentHash { get; init; }
}

/// <summary>One record of a read that returned several.</summary>
public sealed class AuditSubject : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<AuditEntry> EntryId { get; init; }

    public required Guid EntityId { get; init; }

    public PatientId? PatientId { get; init; }
}

/// <summary>A line that no seal covers yet. The one audit table whose rows go away: the sealer takes them from here, never by watermark.</summary>
public sealed class AuditUnsealed : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<AuditEntry> EntryId { get; init; }

    public required Instant At { get; init; }
}

/// <summary>A link of the practice's chain: <c>hash = SHA-256(prev_hash ‖ content_hash)</c>, with its place.</summary>
public sealed class AuditSeal : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>1, 2, … without a gap.</summary>
    public required long Seq { get; init; }

    public required Id<AuditEntry> EntryId { get; init; }

    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>One row per practice that sealers update first in their unit: two at once take turns, whichever node they run on.</summary>
public sealed class AuditSealerTurn : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required long Turns { get; set; }
}

/// <summary>
/// A signed statement that the chain had this hash at this place. Kept elsewhere, it shows also what a chain alone cannot: that somebody who holds the
/// whole database wrote it anew, or cut its end off.
/// </summary>
public sealed class AuditHead : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required long Seq { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>By the real clock.</summary>
    public required Instant At { get; init; }

    public required int KeyVersion { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over <see cref="Statement"/>, DER.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>What is signed, as text, so that anybody can check it with common tools.</summary>
    public string Statement => AuditHeads.Statement(PracticeId, Seq, Hash, At);
}
