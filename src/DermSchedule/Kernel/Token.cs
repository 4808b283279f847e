using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DermSchedule.Kernel;

/// <summary>
/// A secret that somebody holds: 256 random bits behind a typed prefix (<c>m_</c> visit, <c>h_</c> hold, <c>t_</c> triage, <c>k_</c> API key, …, domain.md 1).
/// We keep only its SHA-256; 256 bits need no slow hash (ASVS 6.5.2).
/// </summary>
public readonly record struct Token(string Value)
{
    public const string Visit = "m_";
    public const string Hold = "h_";
    public const string Triage = "t_";
    public const string Draft = "d_";
    public const string ApiKey = "k_";
    public const string Refresh = "r_";

    public static Token New(string prefix) => new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Whether the text has the shape of a token with that prefix; says nothing about whether it exists.</summary>
    public static bool Looks(string? text, string prefix) =>
        text is not null && text.Length == prefix.Length + 43 && text.StartsWith(prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(prefix.Length));

    /// <summary>SHA-256 of the whole text, prefix included: what is stored and looked up.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Value));

    /// <summary>Masked: a token that slips into a log opens nothing.</summary>
    public override string ToString() => Value is { Length: > 2 } ? Value[..2] + "…" : "…";
}
