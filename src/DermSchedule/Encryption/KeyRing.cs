using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Encryption;

/// <summary>Unwraps the keys of practices and keeps them in memory; makes the first ones when a practice is founded.</summary>
public sealed class KeyRing(MasterKey master, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PracticeId, PracticeKeys> practices = new();

    /// <summary>Makes <paramref name="practice"/> the tenant of this scope, with its keys at hand. The only door into a practice.</summary>
    public async Task Enter(ScheduleDb db, PracticeScope scope, PracticeId practice, CancellationToken ct) =>
        scope.Enter(practices.TryGetValue(practice, out var keys) ? keys : await Load(db, practice, ct));

    /// <summary>Makes and wraps the first keys of a new practice; they are saved with the caller's unit of work.</summary>
    public void Found(ScheduleDb db, PracticeScope scope, PracticeId practice)
    {
        var data = RandomNumberGenerator.GetBytes(32);
        var index = RandomNumberGenerator.GetBytes(32);
        db.Add(Wrap(practice, KeyPurpose.Data, 1, data));
        db.Add(Wrap(practice, KeyPurpose.Index, 1, index));
        scope.Enter(new PracticeKeys(practice, new Dictionary<int, byte[]> { [1] = data }, new Dictionary<int, byte[]> { [1] = index }));
    }

    /// <summary>Drops what is cached, e.g. after another process rotated keys; the next entry reads the table.</summary>
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

    private async Task<PracticeKeys> Load(ScheduleDb db, PracticeId practice, CancellationToken ct)
    {
        var rows = await db.Set<WrappedKey>().AsNoTracking().Where(key => key.PracticeId == practice).ToListAsync(ct);

        if (rows.Count == 0)
        {
            throw new InvalidOperationException("This practice has no keys.");
        }

        var keys = new PracticeKeys(practice, Of(KeyPurpose.Data), Of(KeyPurpose.Index));
        return practices.GetOrAdd(practice, keys);

        Dictionary<int, byte[]> Of(KeyPurpose purpose) => rows.Where(row => row.Purpose == purpose).ToDictionary(row => row.Version, Unwrap);
    }

    private static byte[] Place(PracticeId practice, KeyPurpose purpose, int version) =>
        Encoding.UTF8.GetBytes($"{practice.Value:N}|{Words.Of(purpose)}|{version}");
}
