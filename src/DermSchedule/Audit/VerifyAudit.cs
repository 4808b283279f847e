using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Audit;

/// <summary>
/// Shows an owner or auditor that nobody changed the trail: seals what is committed, then recomputes every line's hash and every link, and names
/// each row that was edited, removed, doubled or left unsealed (domain.md 13, R-HI-9).
/// </summary>
public static class VerifyAudit
{
    /// <param name="Valid">Whether nothing is wrong.</param>
    /// <param name="Rows">How many sealed lines were recomputed.</param>
    /// <param name="Head">Place and hash of the last seal.</param>
    /// <param name="ProblemCount">All that is wrong.</param>
    /// <param name="Problems">The first thousand of them.</param>
    public sealed record Verified(bool Valid, long Rows, Head Head, long ProblemCount, IReadOnlyList<AuditProblem> Problems);

    /// <param name="Seq">0 for a trail without a line.</param>
    /// <param name="Hash">SHA-256, lower-case hex.</param>
    public sealed record Head(long Seq, string Hash);

    internal static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/verify", async (Handler verify, CancellationToken ct) => (await verify.Handle(ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(VerifyAudit))
        .Produces<Verified>()
        .ForStaff(Role.Owner, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, AuditChain chain, AuditHeads heads)
    {
        private const int PageSize = 1_000;
        private const int DuplicatesShown = 100;

        /// <summary>A line waits at most this long for its seal, by the real clock: sixty times what the sealer promises.</summary>
        private static readonly Duration Patience = Duration.FromMinutes(1);

        public async Task<Result<Verified>> Handle(CancellationToken ct)
        {
            await chain.Seal(ct);
            var check = new ChainCheck();
            var last = await db.Set<AuditSeal>().MaxAsync(seal => (long?)seal.Seq, ct) ?? 0;

            while (await WalkPage(check, last, ct) == PageSize)
            {
                // The next page starts where this one ended; nothing is kept but the last hash.
            }

            await FindDuplicates(check, ct);
            await FindUnsealed(check, ct);
            (await heads.WithoutChain(ct)).ForEach(seq => check.Add(AuditProblemKind.HeadBroken, seq, null));
            return new Verified(check.Count == 0, check.Rows, new Head(check.Seq, Convert.ToHexStringLower(check.Hash)), check.Count, check.Problems);
        }

        private async Task<int> WalkPage(ChainCheck check, long last, CancellationToken ct)
        {
            var after = check.Seq;
            var seals = db.Set<AuditSeal>().AsNoTracking().Where(seal => seal.Seq > after && seal.Seq <= last).OrderBy(seal => seal.Seq).Take(PageSize);
            var page = await seals
                .LeftJoin(db.Set<AuditEntry>().AsNoTracking(), seal => seal.EntryId, entry => entry.Id, (seal, entry) => new { seal, entry })
                .OrderBy(row => row.seal.Seq)
                .ToListAsync(ct);
            var subjects = (await seals
                .Join(db.Set<AuditSubject>().AsNoTracking(), seal => seal.EntryId, subject => subject.EntryId, (seal, subject) => subject)
                .ToListAsync(ct))
                .ToLookup(subject => subject.EntryId);

            var signed = await heads.Between(after, page is [] ? after : page[^1].seal.Seq, ct);

            foreach (var row in page)
            {
                check.Next(row.seal, row.entry, [.. subjects[row.seal.EntryId].OrderBy(subject => subject.EntityId)]);

                if (signed.TryGetValue(row.seal.Seq, out var head) && !await heads.Covers(head, row.seal, ct))
                {
                    check.Add(AuditProblemKind.HeadBroken, head.Seq, row.seal.EntryId.Value);
                }
            }

            return page.Count;
        }

        // The unique keys refuse both; a copy of the database in which somebody dropped them does not.
        private async Task FindDuplicates(ChainCheck check, CancellationToken ct)
        {
            var doubled = await db.Set<AuditSeal>().GroupBy(seal => seal.EntryId).Where(group => group.Count() > 1)
                .Select(group => new { group.Key, Seq = group.Max(seal => seal.Seq) }).OrderBy(row => row.Seq).Take(DuplicatesShown).ToListAsync(ct);
            doubled.ForEach(row => check.Add(AuditProblemKind.Duplicate, row.Seq, row.Key.Value));
        }

        private async Task FindUnsealed(ChainCheck check, CancellationToken ct)
        {
            // Line, queue row and seal change places in one transaction, so a line in neither place was put there by somebody else.
            var strays = await db.Set<AuditEntry>()
                .Where(entry => !db.Set<AuditSeal>().Any(seal => seal.EntryId == entry.Id) && !db.Set<AuditUnsealed>().Any(row => row.EntryId == entry.Id))
                .OrderBy(entry => entry.Id).Select(entry => entry.Id).Take(ChainCheck.MostNamed).ToListAsync(ct);
            var limit = TimeProvider.System.GetCurrentInstant() - Patience;
            var late = await db.Set<AuditUnsealed>().Where(row => row.At < limit)
                .OrderBy(row => row.EntryId).Select(row => row.EntryId).Take(ChainCheck.MostNamed).ToListAsync(ct);

            foreach (var entry in strays.Concat(late))
            {
                check.Add(AuditProblemKind.Unsealed, null, entry.Value);
            }
        }
    }
}
