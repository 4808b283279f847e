using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// Keeps a <see cref="Draft"/> in an encrypted, signed cookie of the clinic's wizard. Names and birth dates are in it, so it ends by itself after
/// <see cref="Lifetime"/>, whatever the browser does with the cookie.
/// </summary>
public sealed class Drafts(IDataProtectionProvider protection)
{
    /// <summary>Long enough to come back after work, short enough for a shared computer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Cookie = "draft";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("wizard.draft").ToTimeLimitedDataProtector();

    /// <summary>The visitor's draft at this clinic; a new one where there is none, or where it is too old or not ours.</summary>
    public Draft Read(HttpContext http)
    {
        try
        {
            if (http.Request.Cookies[Cookie] is { Length: > 0 } sealedDraft
                && JsonSerializer.Deserialize<Draft>(protector.Unprotect(sealedDraft), KernelJson.Options) is { } draft)
            {
                return draft;
            }
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            // Forged, from before a change of keys or of this record, or out of date: begin anew.
        }

        return new Draft { Visitor = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)) };
    }

    public void Write(HttpContext http, string slug, Draft draft) => http.Response.Cookies.Append(
        Cookie,
        protector.Protect(JsonSerializer.Serialize(draft, KernelJson.Options), Lifetime),
        new CookieOptions { Path = $"/{slug}/book", HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true });
}
