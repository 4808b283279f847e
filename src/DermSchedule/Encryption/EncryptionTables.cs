using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Encryption;

/// <summary>What a wrapped key is for.</summary>
public enum KeyPurpose
{
    /// <summary>Seals fields and files of a practice.</summary>
    Data,

    /// <summary>Blind indexes of a practice.</summary>
    Index,

    /// <summary>Belongs to the installation: signs access tokens. Its practice is the empty id.</summary>
    Signing,

    /// <summary>Belongs to the installation: signs the heads of audit trails (ECDSA P-256, PKCS #8). Its practice is the empty id.</summary>
    AuditHead,
}

/// <summary>A key wrapped by the master key (AES-256-GCM; purpose, practice and version are authenticated with it).</summary>
public sealed class WrappedKey
{
    public required PracticeId PracticeId { get; init; }

    public required KeyPurpose Purpose { get; init; }

    /// <summary>1, 2, …: the highest seals, all can open.</summary>
    public required int Version { get; init; }

    /// <summary>Which master key wraps it: first 8 bytes of its SHA-256, in hex. No secret.</summary>
    public required string MasterKeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public required Instant CreatedAt { get; init; }
}

internal static class EncryptionTables
{
    public static void Map(ModelBuilder model) => model.Entity<WrappedKey>(table =>
    {
        table.ToTable("vault_keys");
        table.HasKey(key => new { key.PracticeId, key.Purpose, key.Version });
        table.Property(key => key.MasterKeyId).HasMaxLength(16);
    });
}
