using System.Security.Cryptography;

namespace DermSchedule.Audit;

/// <summary>What can be wrong with a row of the trail.</summary>
public enum AuditProblemKind
{
    /// <summary>The line, its set of records or its seal is not what was sealed.</summary>
    Edited,

    /// <summary>A sealed line is gone.</summary>
    Missing,

    /// <summary>A place of the chain has no seal.</summary>
    SealMissing,

    /// <summary>A seal does not continue the one before it.</summary>
    LinkBroken,

    /// <summary>Two seals cover one line, or two seals claim one place.</summary>
    Duplicate,

    /// <summary>No seal covers the line though its time is over, or it never stood in the queue.</summary>
    Unsealed,

    /// <summary>The chain does not reach or pass a signed head, or the head's signature is not ours.</summary>
    HeadBroken,
}

/// <summary>One row that is wrong.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Seq">Its place in the chain; null when it has none.</param>
/// <param name="EntryId">The line; null when a seal is gone and nobody knows what it covered.</param>
public sealed record AuditProblem(AuditProblemKind Kind, long? Seq, Guid? EntryId);

/// <summary>Walks one chain from its first seal on, in constant memory, and names what does not fit. Touches no database.</summary>
internal sealed class ChainCheck
{
    /// <summary>Enough to start an investigation; more would let a large damage fill the memory.</summary>
    public const int MostNamed = 1_000;

    private readonly List<AuditProblem> problems = [];

    public IReadOnlyList<AuditProblem> Problems => problems;

    /// <summary>All problems found, also those that are not named any more.</summary>
    public long Count { get; private set; }

    public long Rows { get; private set; }

    public long Seq { get; private set; }

    public byte[] Hash { get; private set; } = AuditHash.Genesis;

    /// <summary>The next seal in order of its place.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="entry">The line it covers; null when that is gone.</param>
    /// <param name="subjects">The line's set of records, ordered.</param>
    public void Next(AuditSeal seal, AuditEntry? entry, IReadOnlyList<AuditSubject> subjects)
    {
        Rows++;
        CheckPlace(seal);

        if (entry is null)
        {
            Add(AuditProblemKind.Missing, seal.Seq, seal.EntryId.Value);
        }
        else if (!IsAsSealed(seal, entry, subjects))
        {
            Add(AuditProblemKind.Edited, seal.Seq, seal.EntryId.Value);
        }

        (Seq, Hash) = (seal.Seq, seal.Hash);
    }

    public void Add(AuditProblemKind kind, long? seq, Guid? entry)
    {
        Count++;

        if (problems.Count < MostNamed)
        {
            problems.Add(new AuditProblem(kind, seq, entry));
        }
    }

    private void CheckPlace(AuditSeal seal)
    {
        var gap = seal.Seq - Seq - 1;

        if (gap < 0)
        {
            Add(AuditProblemKind.Duplicate, seal.Seq, seal.EntryId.Value);
            return;
        }

        for (var missing = Seq + 1; missing < seal.Seq && missing <= Seq + MostNamed; missing++)
        {
            Add(AuditProblemKind.SealMissing, missing, null);
        }

        // Behind a gap there is nothing to compare with: the missing seal is named already.
        if (gap == 0 && !CryptographicOperations.FixedTimeEquals(seal.PrevHash, Hash))
        {
            Add(AuditProblemKind.LinkBroken, seal.Seq, seal.EntryId.Value);
        }
    }

    private static bool IsAsSealed(AuditSeal seal, AuditEntry entry, IReadOnlyList<AuditSubject> subjects)
    {
        var content = AuditHash.Of(entry, subjects);
        return content.AsSpan().SequenceEqual(entry.ContentHash)
            && AuditHash.Link(seal.Seq, seal.PrevHash, content).AsSpan().SequenceEqual(seal.Hash);
    }
}
