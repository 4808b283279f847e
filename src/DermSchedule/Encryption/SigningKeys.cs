using System.Security.Cryptography;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Encryption;

/// <summary>
/// The installation's key for signing, the same on every node: made on first need, wrapped by the master key, read from the table ever after.
/// What signs is derived from it per purpose (HKDF), so that no two purposes share a key (domain.md 12).
/// </summary>
public sealed class SigningKeys(IServiceScopeFactory scopes, KeyRing ring) : IDisposable
{
    private const string Table = "vault_keys";
    private static readonly Refusal MadeMeanwhile = Refusals.NotFound;
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile IReadOnlyList<SigningKey>? known;

    /// <summary>Keys at hand already, for tests of what is signed with them.</summary>
    internal SigningKeys(IReadOnlyList<SigningKey> known)
        : this(null!, null!) => this.known = known;

    /// <summary>
    /// All versions, newest first: the first signs, each verifies. Works in a scope of its own, so never call it inside a unit of work: on SQLite
    /// that would wait for itself.
    /// </summary>
    /// <param name="purpose">What is signed, e.g. <c>access tokens</c>.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<SigningKey>> For(string purpose, CancellationToken ct)
    {
        var keys = known ?? await LoadOnce(ct);
        var info = System.Text.Encoding.UTF8.GetBytes("dermschedule " + purpose);
        return [.. keys.Select(key => key with { Secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 32, info: info) })];
    }

    /// <summary>Drops what is in memory, e.g. after a rotation.</summary>
    public void Forget() => known = null;

    public void Dispose() => gate.Dispose();

    private async Task<IReadOnlyList<SigningKey>> LoadOnce(CancellationToken ct)
    {
        await gate.WaitAsync(ct);

        try
        {
            return known ??= await Load(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<IReadOnlyList<SigningKey>> Load(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScheduleDb>();
        var keys = await Read(db, ct);

        if (keys.Count > 0)
        {
            return keys;
        }

        // Two nodes may start on one empty database: the unique key lets one in, and both read the winner's.
        await db.Write<Done>(
            () =>
            {
                db.Add(ring.Wrap(default, KeyPurpose.Signing, 1, RandomNumberGenerator.GetBytes(32)));
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            ct,
            table => table is Table ? MadeMeanwhile : null);
        return await Read(db, ct);
    }

    private async Task<List<SigningKey>> Read(ScheduleDb db, CancellationToken ct)
    {
        var rows = await db.Set<WrappedKey>().AsNoTracking()
            .Where(key => key.PracticeId == default && key.Purpose == KeyPurpose.Signing)
            .OrderByDescending(key => key.Version).ToListAsync(ct);
        return [.. rows.Select(row => new SigningKey(row.Version, ring.Unwrap(row)))];
    }
}

/// <summary>One version of the signing key. Lives in memory only.</summary>
public sealed record SigningKey(int Version, byte[] Secret)
{
    public override string ToString() => $"signing key {Version}";
}
