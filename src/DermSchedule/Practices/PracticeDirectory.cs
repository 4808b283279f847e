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
    /// <summary>Enters the practice of a clinic's slug; false when no clinic has it.</summary>
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

    /// <summary>Lists a key under the practice of this scope, in the caller's unit of work.</summary>
    public void List(DirectoryKind kind, byte[] hash) => db.Add(new DirectoryEntry { Kind = kind, KeyHash = hash, PracticeId = scope.Practice });

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
