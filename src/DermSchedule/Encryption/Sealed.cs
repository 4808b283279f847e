namespace DermSchedule.Encryption;

/// <summary>
/// A value about a patient as it is stored: AES-256-GCM under a key of the practice, bound to its place (domain.md 12).
/// Equal ciphertext is an unchanged value, which is what the change tracker asks.
/// </summary>
/// <remarks>Layout: version 1 (1 byte), data key version (4, big endian), nonce (12), tag (16), ciphertext.</remarks>
public sealed record Sealed<T>(byte[] Bytes) : ISealed
{
    public bool Equals(Sealed<T>? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => "sealed";
}

/// <summary>The place of a sealed value: part of what the cipher authenticates, so that ciphertext cannot be moved to another column, row or practice.</summary>
public readonly record struct SealedField(string Table, string Column);

/// <summary>A sealed value whatever it holds: the bytes are all that re-sealing needs.</summary>
internal interface ISealed
{
    byte[] Bytes { get; }
}
