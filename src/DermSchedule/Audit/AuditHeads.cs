using System.Globalization;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Audit;

/// <summary>Signs and checks the heads of the chain of the practice in scope.</summary>
public sealed class AuditHeads(ScheduleDb db, PracticeScope scope, AuditHeadKeys keys)
{
    /// <summary>The newest head, signed now unless it was already; null while the chain has no link.</summary>
    public async Task<AuditHead?> Sign(CancellationToken ct)
    {
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(seal => seal.Seq).FirstOrDefaultAsync(ct);
        var signed = await Newest(ct);

        if (last is null || signed?.Seq >= last.Seq)
        {
            return signed;
        }

        var key = await keys.Newest(db, ct);
        var at = TimeProvider.System.GetCurrentInstant();
        var head = new AuditHead
        {
            PracticeId = scope.Practice,
            Seq = last.Seq,
            Hash = last.Hash,
            At = at,
            KeyVersion = key.Version,
            Signature = key.Sign(Statement(scope.Practice, last.Seq, last.Hash, at)),
        };
        var written = await db.Write<Done>(
            () =>
            {
                db.Add(head);
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            ct,
            taken: _ => Refusals.StaleVersion);

        // Another node signed the same head a moment ago: its signature is as good as ours.
        return written.IsRefused(out _) ? await Newest(ct) : head;
    }

    internal static string Statement(PracticeId practice, long seq, byte[] hash, Instant at) => string.Create(
        CultureInfo.InvariantCulture,
        $"dermschedule audit head\npractice {practice}\nseq {seq}\nhash {Convert.ToHexStringLower(hash)}\nat {InstantPattern.ExtendedIso.Format(at)}\n");

    /// <summary>Signed heads with their place above the first and up to the second.</summary>
    internal Task<Dictionary<long, AuditHead>> Between(long above, long upTo, CancellationToken ct) =>
        db.Set<AuditHead>().AsNoTracking().Where(head => head.Seq > above && head.Seq <= upTo).ToDictionaryAsync(head => head.Seq, ct);

    /// <summary>Whether the signature is ours and stands for the chain as it is.</summary>
    internal async Task<bool> Covers(AuditHead head, AuditSeal seal, CancellationToken ct) =>
        head.Hash.AsSpan().SequenceEqual(seal.Hash) && await keys.Of(db, head.KeyVersion, ct) is { } key && key.Signed(head.Statement, head.Signature);

    /// <summary>Heads that were signed and whose seals are not there: the end of the chain was cut off.</summary>
    internal Task<List<long>> WithoutChain(CancellationToken ct) => db.Set<AuditHead>()
        .Where(head => !db.Set<AuditSeal>().Any(seal => seal.Seq == head.Seq))
        .OrderBy(head => head.Seq).Select(head => head.Seq).Take(ChainCheck.MostNamed).ToListAsync(ct);

    private Task<AuditHead?> Newest(CancellationToken ct) => db.Set<AuditHead>().AsNoTracking().OrderByDescending(head => head.Seq).FirstOrDefaultAsync(ct);
}
