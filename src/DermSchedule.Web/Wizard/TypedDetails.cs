using Microsoft.AspNetCore.DataProtection;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// What was typed on the step with the details, right or wrong, kept while the visitor looks at something else. Names and birth dates are in it, so
/// it is sealed, lives for <see cref="Lifetime"/> after the last change, and is read for the booking it was typed for and no other: a late save
/// cannot bring back what a finished booking has thrown away.
/// </summary>
public sealed class TypedDetails(IDataProtectionProvider protection)
{
    /// <summary>Long enough for a phone call in between, short enough for a shared computer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly SealedCookie cookie = new("typed", protection, Lifetime);

    public DetailsForm? Read(HttpContext http, Draft draft) => cookie.Read<Sheet>(http) is { } sheet && sheet.Id == draft.Sheet ? sheet.Form : null;

    public void Keep(HttpContext http, string slug, Draft draft, DetailsForm form) => cookie.Write(http, slug, new Sheet(draft.Sheet, form));

    public void Forget(HttpContext http, string slug) => cookie.Delete(http, slug);

    private sealed record Sheet(string Id, DetailsForm Form)
    {
        public override string ToString() => "sheet";
    }
}
