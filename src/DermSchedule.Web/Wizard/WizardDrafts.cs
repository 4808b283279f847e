using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Drafts;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// Where the pages meet the drafts on the server. The browser holds a secret and nothing else: in a cookie that no script reads, for the pages of this
/// clinic's wizard, for a day after the last change.
/// </summary>
public sealed class WizardDrafts(VisitorDrafts drafts, IdempotentRequest once)
{
    /// <summary>Long enough to come back after work.</summary>
    public static readonly TimeSpan Lifetime = VisitorDrafts.Lifetime.ToTimeSpan();

    private const string Cookie = "draft";

    private const string MarkField = "mark";
    private const int LongestMark = 40;

    private string? key;
    private string? mark;

    /// <summary>What was typed on the step with the details, right or wrong; null where nothing was, or for another booking.</summary>
    public DetailsForm? Typed { get; private set; }

    /// <summary>Marks of the last saves. A page that was drawn while its predecessor was still saving knows by them that it is too old (keep.ts).</summary>
    public string Marks { get; private set; } = "";

    /// <summary>The visitor's draft at this clinic; a new one where there is none, or where it is too old or not ours.</summary>
    public async Task<Draft> Read(HttpContext http, CancellationToken ct)
    {
        key = http.Request.Cookies[Cookie];
        return Opened(await drafts.Read(key, ct));
    }

    /// <summary>Changes what was answered and chosen: by what it is now, which another tab may have changed since it was read.</summary>
    public async Task<Draft> Change(HttpContext http, string slug, Func<Draft, Draft> change, CancellationToken ct)
    {
        var changed = Draft.Begin();
        await Write(http, slug, text => new VisitorDrafts.Text(Json(changed = Marked(change(Opened(text)))), text?.Typed), ct);
        Typed = Typed is not null && changed.Booked is null ? Typed : null;
        return changed;
    }

    /// <summary>Saves what stands in the form. A save that arrives late, from a form of an earlier booking, is dropped.</summary>
    public Task KeepTyped(HttpContext http, string slug, string sheet, DetailsForm form, CancellationToken ct) => Write(
        http, slug, text => text is not null && Opened(text).Sheet == sheet ? text with { Typed = Json(new TypedSheet(sheet, form) { Mark = mark ?? "" }) } : text ?? new VisitorDrafts.Text(Json(Draft.Begin()), null), ct);

    /// <summary>Throws away what was typed, or all of it.</summary>
    public async Task Forget(HttpContext http, string slug, CancellationToken ct)
    {
        once.Disarm();
        await drafts.Forget(key, ct);
        http.Response.Cookies.Delete(Cookie, Of(http, slug, age: null));
        (key, Typed) = (null, null);
    }

    private async Task Write(HttpContext http, string slug, Func<VisitorDrafts.Text?, VisitorDrafts.Text> change, CancellationToken ct)
    {
        // What is armed for a booking is not for this.
        once.Disarm();
        mark = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(ct))[MarkField].ToString() is { Length: > 0 and <= LongestMark } sent ? sent : null;
        key = await drafts.Change(key, change, ct);
        http.Response.Cookies.Append(Cookie, key, Of(http, slug, Lifetime));
    }

    private Draft Opened(VisitorDrafts.Text? text)
    {
        if (text is null || Parsed<Draft>(text.Answers) is not { } draft)
        {
            return Draft.Begin();
        }

        var sheet = text.Typed is { } typed && Parsed<TypedSheet>(typed) is { } found && found.Id == draft.Sheet ? found : null;
        (Typed, Marks) = (sheet?.Form, $"{draft.Mark} {sheet?.Mark}");
        return draft;
    }

    private Draft Marked(Draft draft) => mark is null ? draft : draft with { Mark = mark };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, KernelJson.Options);

    // A draft that an earlier version wrote may not be readable any more: then there is none.
    private static T? Parsed<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, KernelJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Of(HttpContext http, string slug, TimeSpan? age) =>
        new() { Path = $"/{slug}/book", HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = age };

    private sealed record TypedSheet(string Id, DetailsForm Form)
    {
        public string Mark { get; init; } = "";

        public override string ToString() => "sheet";
    }
}
