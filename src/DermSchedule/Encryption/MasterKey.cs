using System.Security.Cryptography;

namespace DermSchedule.Encryption;

/// <summary>
/// The key that wraps all others (domain.md 12). It lives in a file outside the database, readable by one account only; only its id is stored.
/// </summary>
public sealed class MasterKey
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly byte[] key;

    public MasterKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != 32)
        {
            throw new ArgumentException("A master key has 32 bytes.", nameof(secret));
        }

        key = secret.ToArray();
        Id = Convert.ToHexStringLower(SHA256.HashData(secret))[..16];
    }

    /// <summary>First 8 bytes of the key's SHA-256 in hex: tells keys apart and reveals none.</summary>
    public string Id { get; }

    public override string ToString() => "master key " + Id;

    internal byte[] Wrap(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> place)
    {
        var bytes = new byte[Nonce + Tag + secret.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, Nonce));
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(bytes.AsSpan(0, Nonce), secret, bytes.AsSpan(Nonce + Tag), bytes.AsSpan(Nonce, Tag), place);
        return bytes;
    }

    internal byte[] Unwrap(byte[] wrapped, ReadOnlySpan<byte> place)
    {
        var secret = new byte[wrapped.Length - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(wrapped.AsSpan(0, Nonce), wrapped.AsSpan(Nonce + Tag), wrapped.AsSpan(Nonce, Tag), secret, place);
        return secret;
    }
}
