using Microsoft.AspNetCore.DataProtection;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// Keeps a <see cref="Draft"/> in an encrypted, signed cookie of the clinic's wizard. It ends by itself after <see cref="Lifetime"/>, whatever the
/// browser does with the cookie. No name is in it: those are in <see cref="TypedDetails"/>.
/// </summary>
public sealed class Drafts(IDataProtectionProvider protection)
{
    /// <summary>Long enough to come back after work.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly SealedCookie cookie = new("draft", protection, Lifetime);

    /// <summary>The visitor's draft at this clinic; a new one where there is none, or where it is too old or not ours.</summary>
    public Draft Read(HttpContext http) => cookie.Read<Draft>(http) ?? Draft.Begin();

    public void Write(HttpContext http, string slug, Draft draft) => cookie.Write(http, slug, draft);

    public void Forget(HttpContext http, string slug) => cookie.Delete(http, slug);
}
