using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using DermSchedule.Encryption;

namespace DermSchedule.Files;

/// <summary>
/// Addresses of files that end after a minute and open for one caller of one practice. They replace no sign-in: they make an address that leaks worth
/// nothing (reliability.md 5.2).
/// </summary>
public sealed class FileLinks(Vault vault, Caller caller, TimeProvider clock)
{
    public static readonly Duration GoodFor = Duration.FromSeconds(60);

    public static readonly Refusal Ended = Refusals.Forbidden.Saying("This link has ended, or is somebody else's. Open the list again.");

    private const string Purpose = "file link";

    internal (string Url, Instant ExpiresAt) To(FileId id)
    {
        // Whole seconds: what is signed is what stands in the address.
        var seconds = (clock.GetCurrentInstant() + GoodFor).ToUnixTimeSeconds();
        var url = string.Create(CultureInfo.InvariantCulture, $"/api/v1/files/{id}?expires={seconds}&signature={Base64Url.EncodeToString(Signature(id, seconds))}");
        return (url, Instant.FromUnixTimeSeconds(seconds));
    }

    internal bool Opens(FileId id, string? expires, string? signature)
    {
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || clock.GetCurrentInstant().ToUnixTimeSeconds() >= seconds)
        {
            return false;
        }

        return signature is { Length: 43 } && Base64Url.IsValid(signature) && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Signature(id, seconds));
    }

    private byte[] Signature(FileId id, long seconds) =>
        vault.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{id}|{seconds}|{Words.Of(caller.Kind)}|{caller.Id:N}"));
}
