using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Audit;

/// <summary>The installation's keys for signing heads: ECDSA P-256, wrapped by the master key like every other key, made at the first use.</summary>
public sealed class AuditHeadKeys(KeyRing ring)
{
    private static readonly PracticeId Installation = new(Guid.Empty);

    private readonly ConcurrentDictionary<int, AuditHeadKey> known = new();

    /// <summary>The key that signs.</summary>
    internal async Task<AuditHeadKey> Newest(ScheduleDb db, CancellationToken ct) => await Load(db, null, ct) ?? await Make(db, ct);

    /// <summary>The key of that version; null when we never had it.</summary>
    internal async Task<AuditHeadKey?> Of(ScheduleDb db, int version, CancellationToken ct) =>
        known.TryGetValue(version, out var key) ? key : await Load(db, version, ct);

    private async Task<AuditHeadKey?> Load(ScheduleDb db, int? version, CancellationToken ct)
    {
        var row = await db.Set<WrappedKey>().AsNoTracking()
            .Where(key => key.PracticeId == Installation && key.Purpose == KeyPurpose.AuditHead && (version == null || key.Version == version))
            .OrderByDescending(key => key.Version).FirstOrDefaultAsync(ct);
        return row is null ? null : known.GetOrAdd(row.Version, _ => new AuditHeadKey(row.Version, ring.Unwrap(row)));
    }

    private async Task<AuditHeadKey> Make(ScheduleDb db, CancellationToken ct)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wrapped = ring.Wrap(Installation, KeyPurpose.AuditHead, 1, pair.ExportPkcs8PrivateKey());
        await db.Write<Done>(
            () =>
            {
                db.Add(wrapped);
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            ct,
            taken: _ => Refusals.StaleVersion);

        // Of two nodes that made the first key at once, the table kept one.
        return await Load(db, null, ct) ?? throw new InvalidOperationException("The signing key was not stored.");
    }
}

/// <summary>One signing key. A fresh cipher object for each use: those of the framework are not for several threads.</summary>
internal sealed class AuditHeadKey(int version, byte[] pkcs8)
{
    public int Version => version;

    /// <summary>SubjectPublicKeyInfo, PEM.</summary>
    public string PublicKey
    {
        get
        {
            using var pair = Open();
            return pair.ExportSubjectPublicKeyInfoPem();
        }
    }

    public byte[] Sign(string statement)
    {
        using var pair = Open();
        return pair.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public bool Signed(string statement, byte[] signature)
    {
        using var pair = Open();
        return pair.VerifyData(Encoding.UTF8.GetBytes(statement), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private ECDsa Open()
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(pkcs8, out _);
        return pair;
    }
}
