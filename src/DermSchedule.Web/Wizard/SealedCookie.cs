using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// A record in a cookie that only this installation can read, of the pages under one clinic's wizard. It outlives the browser: a phone ends
/// one without asking, and brings the page back.
/// </summary>
internal sealed class SealedCookie(string name, IDataProtectionProvider protection, TimeSpan lifetime)
{
    // Letters with accents as they are: written as \u00e9 a long name would not fit into a cookie, and the browser would drop it without a word.
    private static readonly JsonSerializerOptions Json = new(KernelJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("wizard." + name).ToTimeLimitedDataProtector();

    /// <summary>Null where there is none, or where it is forged, too old, or from before a change of keys or of the record.</summary>
    public T? Read<T>(HttpContext http)
        where T : class
    {
        try
        {
            return http.Request.Cookies[name] is { Length: > 0 } text ? JsonSerializer.Deserialize<T>(protector.Unprotect(text), Json) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Write<T>(HttpContext http, string slug, T record) =>
        http.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(record, Json), lifetime), Of(http, slug, lifetime));

    public void Delete(HttpContext http, string slug) => http.Response.Cookies.Delete(name, Of(http, slug, age: null));

    private static CookieOptions Of(HttpContext http, string slug, TimeSpan? age) =>
        new() { Path = $"/{slug}/book", HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = age };
}
