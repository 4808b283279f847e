using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DermSchedule.Data;

namespace DermSchedule.Encryption;

/// <summary>
/// Seals, opens and blindly indexes what identifies a patient or says something about health, for the practice of this unit of work.
/// The only user of a cipher in the solution (domain.md 12, R-HI-6).
/// </summary>
public sealed class Vault(PracticeScope scope)
{
    private const byte Version = 1;
    private const int Header = 5;
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>Seals a text under the practice's newest data key.</summary>
    /// <param name="value">The clear text.</param>
    /// <param name="field">Table and column it will stand in.</param>
    /// <param name="row">The id of its row.</param>
    public Sealed<string> Seal(string value, SealedField field, Guid row) => new(SealBytes(Encoding.UTF8.GetBytes(value), field, row));

    /// <summary>Seals a whole value as JSON.</summary>
    public Sealed<T> Seal<T>(T value, SealedField field, Guid row)
        where T : class => new(SealBytes(JsonSerializer.SerializeToUtf8Bytes(value, KernelJson.Options), field, row));

    public Sealed<string>? SealOptional(string? value, SealedField field, Guid row) => value is null ? null : Seal(value, field, row);

    /// <summary>Opens a text. Throws <see cref="CryptographicException"/> when it was changed or stands in another place than it was sealed for.</summary>
    public string Open(Sealed<string> value, SealedField field, Guid row) => Encoding.UTF8.GetString(OpenBytes(value.Bytes, field, row));

    public T Open<T>(Sealed<T> value, SealedField field, Guid row)
        where T : class => JsonSerializer.Deserialize<T>(OpenBytes(value.Bytes, field, row), KernelJson.Options)!;

    public string? OpenOptional(Sealed<string>? value, SealedField field, Guid row) => value is null ? null : Open(value, field, row);

    /// <summary>
    /// A keyed fingerprint (HMAC-SHA-256, first 16 bytes) by which equal values can be found and nothing can be read.
    /// </summary>
    /// <param name="purpose">What is indexed, e.g. <c>phone</c>: the same digits under another purpose look different.</param>
    /// <param name="normalized">The value, already brought to its one normal form.</param>
    public byte[] Index(string purpose, string normalized) =>
        HMACSHA256.HashData(scope.Keys.IndexKey, Encoding.UTF8.GetBytes(purpose + "\n" + normalized))[..16];

    /// <summary>
    /// Signs a text of ours in the name of the practice, so that it is known again when somebody brings it back: HMAC-SHA-256 under a key of its own
    /// for each purpose. Every node signs alike, and another practice's signature means nothing here.
    /// </summary>
    /// <param name="purpose">What is signed, e.g. <c>file link</c>.</param>
    /// <param name="text">All that the signature vouches for.</param>
    public byte[] Sign(string purpose, string text) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, scope.Keys.IndexKey, 32, info: Encoding.UTF8.GetBytes("dermschedule " + purpose)), Encoding.UTF8.GetBytes(text));

    /// <summary>The version of the data key a sealed value stands under.</summary>
    public static int KeyVersionOf<T>(Sealed<T> value) => BinaryPrimitives.ReadInt32BigEndian(value.Bytes.AsSpan(1));

    /// <summary>The same value under the newest data key, in the same place; null when it stands under it already.</summary>
    internal byte[]? Reseal(byte[] bytes, SealedField field, Guid row) =>
        BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1)) >= scope.Keys.SealingVersion ? null : SealBytes(OpenBytes(bytes, field, row), field, row);

    internal byte[] SealBytes(ReadOnlySpan<byte> clear, SealedField field, Guid row)
    {
        var keys = scope.Keys;
        var bytes = new byte[Header + Nonce + Tag + clear.Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), keys.SealingVersion);
        var nonce = bytes.AsSpan(Header, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys.Data[keys.SealingVersion], Tag);
        cipher.Encrypt(nonce, clear, bytes.AsSpan(Header + Nonce + Tag), bytes.AsSpan(Header + Nonce, Tag), Place(field, row));
        return bytes;
    }

    internal byte[] OpenBytes(byte[] bytes, SealedField field, Guid row)
    {
        if (bytes.Length < Header + Nonce + Tag || bytes[0] != Version || scope.Opened.DataKey(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))) is not { } key)
        {
            throw new CryptographicException("This value was not sealed by a key of this practice.");
        }

        var clear = new byte[bytes.Length - Header - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(bytes.AsSpan(Header, Nonce), bytes.AsSpan(Header + Nonce + Tag), bytes.AsSpan(Header + Nonce, Tag), clear, Place(field, row));
        return clear;
    }

    private byte[] Place(SealedField field, Guid row) =>
        Encoding.UTF8.GetBytes($"{scope.Practice.Value:N}|{field.Table}|{field.Column}|{row:N}");
}
