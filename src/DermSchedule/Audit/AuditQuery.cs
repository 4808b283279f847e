using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Audit;

/// <summary>Which lines of the trail somebody asks for. All conditions hold together.</summary>
/// <param name="From">Not before this instant.</param>
/// <param name="To">Before this instant.</param>
/// <param name="User">The account, API key or visit link that acted.</param>
/// <param name="PatientId">Whose data it was, also as one of many in a list.</param>
/// <param name="EntityId">The record, also as one of many in a list.</param>
internal sealed record AuditFilter(Instant? From, Instant? To, Guid? User, PatientId? PatientId, Guid? EntityId);

/// <summary>Reads pages of the trail, newest first.</summary>
public sealed class AuditQuery(ScheduleDb db, Vault vault)
{
    /// <summary>One page below <paramref name="before"/>.</summary>
    internal async Task<List<AuditView>> Page(AuditFilter filter, Id<AuditEntry>? before, int limit, CancellationToken ct)
    {
        var entries = Filtered(filter, before);

        if (filter.PatientId is not null || filter.EntityId is not null)
        {
            // Two short walks along two indexes; one condition with OR would walk the whole trail of the practice.
            var own = await Own(entries, filter).OrderByDescending(entry => entry.Id).Take(limit).Select(entry => entry.Id).ToListAsync(ct);
            var listed = await Listed(entries, filter).OrderByDescending(entry => entry.Id).Take(limit).Select(entry => entry.Id).ToListAsync(ct);
            var ids = own.Union(listed).OrderDescending().Take(limit).ToList();
            entries = db.Set<AuditEntry>().AsNoTracking().Where(entry => ids.Contains(entry.Id));
        }

        var page = await entries.OrderByDescending(entry => entry.Id).Take(limit).ToListAsync(ct);
        var shown = page.ConvertAll(entry => entry.Id);
        var subjects = (await db.Set<AuditSubject>().AsNoTracking().Where(subject => shown.Contains(subject.EntryId)).ToListAsync(ct)).ToLookup(subject => subject.EntryId);
        var seals = await db.Set<AuditSeal>().AsNoTracking().Where(seal => shown.Contains(seal.EntryId))
            .Select(seal => new { seal.EntryId, seal.Seq, seal.Hash }).ToListAsync(ct);
        var sealedAs = seals.DistinctBy(seal => seal.EntryId).ToDictionary(seal => seal.EntryId);
        return page.ConvertAll(entry => AuditView.Of(
            entry,
            subjects[entry.Id],
            sealedAs.TryGetValue(entry.Id, out var seal) ? (seal.Seq, seal.Hash) : null,
            vault));
    }

    private IQueryable<AuditEntry> Filtered(AuditFilter filter, Id<AuditEntry>? before)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();

        if (before is { } cursor)
        {
            entries = entries.Where(entry => entry.Id < cursor);
        }

        if (filter.From is { } from)
        {
            var first = FirstIdAt(from);
            entries = entries.Where(entry => entry.Id >= first && entry.At >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(entry => entry.At < to);
        }

        return filter.User is { } user ? entries.Where(entry => entry.ActorId == user) : entries;
    }

    private static IQueryable<AuditEntry> Own(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.PatientId is { } patient)
        {
            entries = entries.Where(entry => entry.PatientId == patient);
        }

        return filter.EntityId is { } entity ? entries.Where(entry => entry.EntityId == entity) : entries;
    }

    private IQueryable<AuditEntry> Listed(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        var subjects = db.Set<AuditSubject>().AsNoTracking();

        if (filter.PatientId is { } patient)
        {
            subjects = subjects.Where(subject => subject.PatientId == patient);
        }

        if (filter.EntityId is { } entity)
        {
            subjects = subjects.Where(subject => subject.EntityId == entity);
        }

        // A list may show several records of one patient: its line is found once for each.
        return subjects.Select(subject => subject.EntryId).Distinct().Join(entries, id => id, entry => entry.Id, (_, entry) => entry);
    }

    /// <summary>
    /// The smallest id of that time (UUIDv7 starts with it), so that a period is a range of the key. A minute is left for ids that run ahead of the
    /// clock in a burst and for nodes whose clocks differ.
    /// </summary>
    private static Id<AuditEntry> FirstIdAt(Instant from)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, (from - Duration.FromMinutes(1)).ToUnixTimeMilliseconds()) << 16);
        return new Id<AuditEntry>(new Guid(bytes, bigEndian: true));
    }
}
