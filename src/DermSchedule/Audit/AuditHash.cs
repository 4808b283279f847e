using System.Security.Cryptography;
using System.Text;

namespace DermSchedule.Audit;

/// <summary>The canonical bytes of a line, and the links of the chain. Text is length-prefixed, so that no two lines share their bytes.</summary>
internal static class AuditHash
{
    public static readonly byte[] Genesis = new byte[32];

    public static AuditEntry Stamp(AuditEntry draft, IReadOnlyList<AuditSubject> subjects) => new()
    {
        PracticeId = draft.PracticeId,
        Id = draft.Id,
        At = draft.At,
        ActorKind = draft.ActorKind,
        ActorId = draft.ActorId,
        SessionId = draft.SessionId,
        Action = draft.Action,
        EntityType = draft.EntityType,
        EntityId = draft.EntityId,
        PatientId = draft.PatientId,
        Route = draft.Route,
        Address = draft.Address,
        Reason = draft.Reason,
        Change = draft.Change,
        ContentHash = Of(draft, subjects),
    };

    /// <summary>SHA-256 of the line's canonical bytes with its set of records; instants in whole microseconds, as both databases keep them.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="subjects">Its set, ordered by <see cref="AuditSubject.EntityId"/>: who takes a name out of a read changes the line.</param>
    public static byte[] Of(AuditEntry entry, IReadOnlyList<AuditSubject> subjects)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write((byte)1);
        writer.Write(entry.PracticeId.Value.ToByteArray(bigEndian: true));
        writer.Write(entry.Id.Value.ToByteArray(bigEndian: true));
        writer.Write(entry.At.ToUnixMicroseconds());
        writer.Write(Words.Of(entry.ActorKind));
        writer.Write(entry.ActorId?.ToString("N") ?? "");
        writer.Write(entry.SessionId?.ToString("N") ?? "");
        writer.Write(entry.Action);
        writer.Write(entry.EntityType);
        writer.Write(entry.EntityId?.ToString("N") ?? "");
        writer.Write(entry.PatientId?.Value.ToString("N") ?? "");
        writer.Write(entry.Route);
        writer.Write(entry.Address ?? "");
        writer.Write(entry.Reason?.Bytes.Length ?? -1);
        writer.Write(entry.Reason?.Bytes ?? []);
        writer.Write(entry.Change?.Bytes.Length ?? -1);
        writer.Write(entry.Change?.Bytes ?? []);
        writer.Write(subjects.Count);

        foreach (var subject in subjects)
        {
            writer.Write(subject.EntityId.ToByteArray(bigEndian: true));
            writer.Write(subject.PatientId?.Value.ToString("N") ?? "");
        }

        writer.Flush();
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>One link: place, previous head and content together.</summary>
    public static byte[] Link(long seq, byte[] previous, byte[] content)
    {
        Span<byte> bytes = stackalloc byte[8 + 32 + 32];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        previous.CopyTo(bytes[8..]);
        content.CopyTo(bytes[40..]);
        return SHA256.HashData(bytes);
    }
}
