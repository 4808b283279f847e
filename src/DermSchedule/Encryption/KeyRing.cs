using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Encryption;

/// <summary>Unwraps the keys of practices and keeps them in memory; makes the first ones when a practice is founded.</summary>
public sealed class KeyRing(MasterKey master, IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PracticeId, OpenedKeys> practices = new();

    /// <summary>Makes <paramref name="practice"/> the tenant of this scope, with its keys at hand. The only door into a practice.</summary>
    public async Task Enter(ScheduleDb db, PracticeScope scope, PracticeId practice, CancellationToken ct)
    {
        if (!practices.TryGetValue(practice, out var keys))
        {
            var first = Open(practice, await Rows(db, practice).ToListAsync(ct)) ?? throw new InvalidOperationException("This practice has no keys.");
            keys = practices.GetOrAdd(practice, Kept(first));
        }
        else if (keys.MayBeOld)
        {
            keys.Renew(Open(practice, await Rows(db, practice).ToListAsync(ct)));
        }

        scope.Enter(keys);
    }

    /// <summary>Makes and wraps the first keys of a new practice; they are saved with the caller's unit of work.</summary>
    public void Found(ScheduleDb db, PracticeScope scope, PracticeId practice)
    {
        var data = RandomNumberGenerator.GetBytes(32);
        var index = RandomNumberGenerator.GetBytes(32);
        db.Add(Wrap(practice, KeyPurpose.Data, 1, data));
        db.Add(Wrap(practice, KeyPurpose.Index, 1, index));
        scope.Enter(Kept(new PracticeKeys(practice, new Dictionary<int, byte[]> { [1] = data }, new Dictionary<int, byte[]> { [1] = index })));
    }

    /// <summary>Drops what is cached; the next entry reads the table.</summary>
    public void Forget(PracticeId practice) => practices.TryRemove(practice, out _);

    internal WrappedKey Wrap(PracticeId practice, KeyPurpose purpose, int version, byte[] key) => new()
    {
        PracticeId = practice,
        Purpose = purpose,
        Version = version,
        MasterKeyId = master.Id,
        Wrapped = master.Wrap(key, Place(practice, purpose, version)),
        CreatedAt = clock.GetCurrentInstant(),
    };

    internal byte[] Unwrap(WrappedKey key) => master.Unwrap(key.Wrapped, Place(key.PracticeId, key.Purpose, key.Version));

    /// <summary>Puts the same key under another master key.</summary>
    internal void Rewrap(WrappedKey key, MasterKey next)
    {
        key.Wrapped = next.Wrap(Unwrap(key), Place(key.PracticeId, key.Purpose, key.Version));
        key.MasterKeyId = next.Id;
    }

    private OpenedKeys Kept(PracticeKeys first) => new(first, () => ReadNow(first.Practice));

    // Called while a value is opened, in the middle of synchronous code, once per process and rotation. A context of its own: the caller's may be busy.
    private PracticeKeys? ReadNow(PracticeId practice)
    {
        using var services = scopes.CreateScope();
        return Open(practice, [.. Rows(services.ServiceProvider.GetRequiredService<ScheduleDb>(), practice)]);
    }

    private static IQueryable<WrappedKey> Rows(ScheduleDb db, PracticeId practice) => db.Set<WrappedKey>().AsNoTracking().Where(key => key.PracticeId == practice);

    private PracticeKeys? Open(PracticeId practice, List<WrappedKey> rows)
    {
        return rows.Count == 0 ? null : new PracticeKeys(practice, Of(KeyPurpose.Data), Of(KeyPurpose.Index));

        Dictionary<int, byte[]> Of(KeyPurpose purpose) => rows.Where(row => row.Purpose == purpose).ToDictionary(row => row.Version, Unwrap);
    }

    private static byte[] Place(PracticeId practice, KeyPurpose purpose, int version) =>
        Encoding.UTF8.GetBytes($"{practice.Value:N}|{Words.Of(purpose)}|{version}");
}
