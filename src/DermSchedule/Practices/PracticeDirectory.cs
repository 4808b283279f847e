using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>
/// Finds the practice a request belongs to, and enters it. Nobody else looks beyond the tenant (domain.md 1).
/// </summary>
public sealed partial class PracticeDirectory(ScheduleDb db, PracticeScope scope, KeyRing keys, SlugCache slugs)
{
    /// <summary>Enters the practice of a clinic's slug; false when no clinic has it, or when the caller's token has led into another practice already.</summary>
    public async Task<bool> EnterBySlug(string slug, CancellationToken ct)
    {
        if (!slugs.Practices.TryGetValue(slug, out var practice))
        {
            if (await Find(DirectoryKind.Slug, SlugHash(slug), ct) is not { } found)
            {
                return false;
            }

            practice = slugs.Practices[slug] = found;
        }

        if (scope.Current is { } entered && entered != practice)
        {
            return false;
        }

        await Enter(practice, ct);
        return true;
    }

    /// <summary>Enters the practice a token leads to; false when nobody gave it out.</summary>
    public async Task<bool> EnterByToken(DirectoryKind kind, Token token, CancellationToken ct)
    {
        if (await Find(kind, token.Hash(), ct) is not { } practice)
        {
            return false;
        }

        await Enter(practice, ct);
        return true;
    }

    /// <summary>Enters a practice that is known already: a signed access token or a due row names it.</summary>
    public Task Enter(PracticeId practice, CancellationToken ct) => keys.Enter(db, scope, practice, ct);

    /// <summary>Every practice of this database, for jobs that visit each in a scope of its own.</summary>
    public Task<List<PracticeId>> All(CancellationToken ct) =>
        db.Set<Practice>().IgnoreQueryFilters().AsNoTracking().OrderBy(practice => practice.Id).Select(practice => practice.Id).ToListAsync(ct);

    /// <summary>
    /// Active clinics of every practice, oldest first, behind <paramref name="after"/>: what they are called and where they are, nothing about people.
    /// </summary>
    internal Task<List<Clinic>> ClinicsEverywhere(ClinicId after, int limit, CancellationToken ct) => db.Set<Clinic>().IgnoreQueryFilters().AsNoTracking()
        .Where(clinic => clinic.Active && clinic.Id > after).OrderBy(clinic => clinic.Id).Take(limit).ToListAsync(ct);

    /// <summary>Of each of these practices, where its types that patients may book online are performed; an empty list means at every clinic.</summary>
    internal async Task<ILookup<PracticeId, IReadOnlyList<ClinicId>>> OnlineTypesEverywhere(IReadOnlyCollection<PracticeId> practices, CancellationToken ct) =>
        (await db.Set<AppointmentType>().IgnoreQueryFilters().AsNoTracking()
            .Where(type => practices.Contains(type.PracticeId) && type.Active && type.OnlineBookable)
            .Select(type => new { type.PracticeId, type.ClinicIds }).ToListAsync(ct))
        .ToLookup(type => type.PracticeId, type => type.ClinicIds);

    /// <summary>Lists a key under the practice of this scope, in the caller's unit of work.</summary>
    public void List(DirectoryKind kind, byte[] hash) => db.Add(new DirectoryEntry { Kind = kind, KeyHash = hash, PracticeId = scope.Practice });

    /// <summary>
    /// Claims a slug for the practice of this scope, in the caller's unit of work; false when another practice has or had it. A slug that a clinic
    /// gave up stays listed here, so that an old link never leads to strangers. Of two who claim at once the key of the table lets one through.
    /// </summary>
    public async Task<bool> ClaimSlug(string slug, CancellationToken ct)
    {
        if (await Find(DirectoryKind.Slug, SlugHash(slug), ct) is { } owner)
        {
            return owner == scope.Practice;
        }

        List(DirectoryKind.Slug, SlugHash(slug));
        return true;
    }

    public static byte[] SlugHash(string slug) => SHA256.HashData(Encoding.UTF8.GetBytes(slug));

    private async Task<PracticeId?> Find(DirectoryKind kind, byte[] hash, CancellationToken ct) =>
        await db.Set<DirectoryEntry>().AsNoTracking().Where(entry => entry.Kind == kind && entry.KeyHash == hash)
            .Select(entry => (PracticeId?)entry.PracticeId).SingleOrDefaultAsync(ct);
}

/// <summary>Slugs found before. A slug never moves to another practice, so an entry stays right for ever.</summary>
public sealed class SlugCache
{
    internal ConcurrentDictionary<string, PracticeId> Practices { get; } = new(StringComparer.Ordinal);
}
