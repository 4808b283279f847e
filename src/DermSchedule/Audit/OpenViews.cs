using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DermSchedule.Audit;

/// <summary>
/// Which sets of records each session has on its screens. An automatic refresh that shows the same set again is told in one row that points to
/// the line with the set (domain.md 13). In memory: after a restart the next refresh writes its whole set once more.
/// </summary>
public sealed class OpenViews
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<OpenView, Id<AuditEntry>> seen = new();

    internal Id<AuditEntry>? LineOf(OpenView view) => seen.TryGetValue(view, out var line) ? line : null;

    /// <summary>Called after the line is stored, never before.</summary>
    internal void Remember(OpenView view, Id<AuditEntry> line)
    {
        if (seen.Count >= Most)
        {
            seen.Clear();
        }

        seen[view] = line;
    }
}

/// <summary>One set of records on one screen of one session.</summary>
internal readonly record struct OpenView(PracticeId Practice, Guid Session, string Route, string Action, UInt128 Set)
{
    public static OpenView? Of(PracticeId practice, Caller caller, string action, string entityType, IReadOnlyList<AuditRecord> subjects)
    {
        if (caller.Session is not { } session)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(entityType));
        Span<byte> id = stackalloc byte[16];

        foreach (var subject in subjects.Select(subject => subject.Id).Distinct().Order())
        {
            subject.TryWriteBytes(id);
            hash.AppendData(id);
        }

        return new OpenView(practice, session, caller.Route, action, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset()));
    }
}
