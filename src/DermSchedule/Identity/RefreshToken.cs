using System.Buffers.Text;
using System.Security.Cryptography;

namespace DermSchedule.Identity;

/// <summary>
/// A refresh token: 128 random bits that stay with the sign-in, and 128 that change with every use. By the first half the family of an old token
/// is found however long ago it was replaced, without remembering every token ever used; nobody who does not hold one can name a family.
/// </summary>
internal readonly record struct RefreshToken
{
    private const int Half = 16;
    private readonly byte[] bytes;

    private RefreshToken(byte[] bytes) => this.bytes = bytes;

    public string Value => Token.Refresh + Base64Url.EncodeToString(bytes);

    public byte[] FamilyHash => SHA256.HashData(bytes.AsSpan(0, Half));

    public byte[] Hash => SHA256.HashData(bytes);

    public static RefreshToken New() => new(RandomNumberGenerator.GetBytes(2 * Half));

    public static RefreshToken? Read(string? text) =>
        Token.Looks(text, Token.Refresh) ? new RefreshToken(Base64Url.DecodeFromChars(text.AsSpan(Token.Refresh.Length))) : null;

    /// <summary>The next one of the same family.</summary>
    public RefreshToken Next() => new([.. bytes[..Half], .. RandomNumberGenerator.GetBytes(Half)]);

    public override string ToString() => "refresh token";
}
