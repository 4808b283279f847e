using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Audit;

/// <summary>
/// Appends the lines of the practice in scope to its chain. It takes them from their queue, never by watermark: a line that commits late is
/// sealed late and never skipped (domain.md 13).
/// </summary>
public sealed class AuditChain(ScheduleDb db, PracticeScope scope)
{
    private const int BatchSize = 500;

    /// <summary>Seals all that is committed now; says how many lines.</summary>
    public async Task<int> Seal(CancellationToken ct)
    {
        var all = 0;
        int batch;

        do
        {
            // Losing the first turn of a practice to another sealer is no failure: it seals, we look again at the next ring.
            var result = await db.Write<int>(() => SealBatch(ct), ct, taken: _ => Refusals.StaleVersion);
            batch = result.IsRefused(out _) ? 0 : result.Value;
            all += batch;
        }
        while (batch == BatchSize);

        return all;
    }

    private async Task<Result<int>> SealBatch(CancellationToken ct)
    {
        if (!await db.Set<AuditUnsealed>().AnyAsync(ct))
        {
            return 0;
        }

        await TakeTurn(ct);
        var queue = await Queue(ct);
        var head = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(seal => seal.Seq).FirstOrDefaultAsync(ct);
        var (seq, previous) = (head?.Seq ?? 0, head?.Hash ?? AuditHash.Genesis);

        foreach (var line in queue.Where(line => !line.Sealed))
        {
            seq++;
            var hash = AuditHash.Link(seq, previous, line.ContentHash ?? AuditHash.Genesis);
            db.Add(new AuditSeal { PracticeId = scope.Practice, Seq = seq, EntryId = line.Entry, PrevHash = previous, Hash = hash });
            previous = hash;
        }

        await db.SaveChangesAsync(ct);
        var entries = queue.Select(line => line.Entry).ToList();
        await db.Set<AuditUnsealed>().Where(row => entries.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        db.ChangeTracker.Clear();
        return queue.Count;
    }

    /// <summary>
    /// The oldest lines waiting. One whose entry is gone is sealed all the same, over nothing, so that the check can name it; one that has a seal
    /// already only leaves the queue. So no row that somebody tampered with stops the sealing of the others.
    /// </summary>
    private Task<List<Waiting>> Queue(CancellationToken ct) => db.Set<AuditUnsealed>()
        .OrderBy(row => row.EntryId)
        .Take(BatchSize)
        .Select(row => new Waiting(
            row.EntryId,
            db.Set<AuditEntry>().Where(entry => entry.Id == row.EntryId).Select(entry => entry.ContentHash).FirstOrDefault(),
            db.Set<AuditSeal>().Any(seal => seal.EntryId == row.EntryId)))
        .ToListAsync(ct);

    /// <summary>
    /// Holds the practice's row until the commit: a second sealer waits here and then goes on after our last seal. Were it not for this row, the
    /// unique key (practice, seq) would still let only one of them through.
    /// </summary>
    private async Task TakeTurn(CancellationToken ct)
    {
        var taken = await db.Set<AuditSealerTurn>().ExecuteUpdateAsync(set => set.SetProperty(turn => turn.Turns, turn => turn.Turns + 1), ct);

        if (taken == 0)
        {
            db.Add(new AuditSealerTurn { PracticeId = scope.Practice, Turns = 1 });
            await db.SaveChangesAsync(ct);
        }
    }

    private sealed record Waiting(Id<AuditEntry> Entry, byte[]? ContentHash, bool Sealed);
}
