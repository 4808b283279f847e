using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>Answers replace answers: what came before, what came after, and which visit it led to.</summary>
public sealed partial class Triages
{
    /// <summary>The last answers of a visitor: whoever changed some cannot book with the ones before.</summary>
    internal async Task<TriageRecord> Newest(TriageRecord record, CancellationToken ct)
    {
        while (record.ReplacedBy is { } next && await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == next, ct) is { } newer)
        {
            record = newer;
        }

        return record;
    }

    /// <summary>What was named and all that took its place, the newest last; locked one after the other, so that of two who follow the same answers the second follows the first.</summary>
    internal async Task<IReadOnlyList<TriageRecord>> Replaced(TriageRecord named, CancellationToken ct)
    {
        List<TriageRecord> line = [named];

        while (line[^1].ReplacedBy is { } next && await db.Set<TriageRecord>().Locked().SingleOrDefaultAsync(row => row.Id == next, ct) is { } newer)
        {
            line.Add(newer);
        }

        return line;
    }

    /// <summary>Answers and those they replaced, of a visit also those this very unit has written: what was raised for any of them stands for all.</summary>
    public async Task<IReadOnlyList<Guid>> Chain(TriageId id, CancellationToken ct) =>
        (Fresh(id) ?? await Read(id, ct)) is { } record ? await Chain(record, ct) : [id.Value];

    /// <summary>The visit that the answers led to; null where there is none. Read to be changed: of two bookings at once the second sees the first.</summary>
    public async Task<Guid?> VisitOf(TriageId id, CancellationToken ct) =>
        (await db.Set<TriageRecord>().Locked().Where(row => row.Id == id).Select(row => new { row.Visit }).SingleOrDefaultAsync(ct))?.Visit;

    internal async Task<IReadOnlyList<Guid>> Chain(TriageRecord record, CancellationToken ct)
    {
        List<Guid> chain = [record.Id.Value];

        while (record.Follows is { } before && await Read(before, ct) is { } earlier)
        {
            record = earlier;
            chain.Add(record.Id.Value);
        }

        return chain;
    }

    private Task<TriageRecord?> Read(TriageId id, CancellationToken ct) => db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
}
