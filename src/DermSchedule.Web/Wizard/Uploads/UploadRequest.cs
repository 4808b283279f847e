using DermSchedule.Files;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.Antiforgery;

namespace DermSchedule.Web.Wizard.Uploads;

/// <summary>
/// One post of a picture field. It is read while it streams by, so that no picture lies in a temporary file; the token against forged posts comes before the
/// pictures and is checked before any is looked at.
/// </summary>
internal sealed class UploadRequest(HttpContext http)
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";
    private const string RemoveWord = "remove:";

    private const string TooOld = "The page was open for too long. Load it again.";

    private static readonly Refusal Forged = Refusals.Forbidden.Saying(TooOld);

    public HttpContext Http => http;

    public CancellationToken Ct => http.RequestAborted;

    public string Slug => http.GetRouteValue("slug") as string ?? "";

    public string Token => http.GetRouteValue("token") as string ?? "";

    private bool WantsJson => http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    public T Get<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>Hands the named pictures on, once the form has proved to be ours.</summary>
    public Task<Result<IReadOnlyDictionary<string, ReadyFile>>> Read(IReadOnlyCollection<string> names, Func<UploadPart, Task<Result<ReadyFile>>> take) => UploadForm.Read<ReadyFile>(
        http.Request, names, async part => part.Fields.GetValueOrDefault(TokenField) is not { Length: > 0 } token ? Refusals.ValidationFailed.Saying(TooOld) : await IsOurs(token) ? await take(part) : Forged, Ct);

    /// <summary>Adds what was sent, or removes what was named; answers a script with JSON, and a browser without one with the page.</summary>
    public async Task<IResult> Answer(string back, Func<Task<Result<UploadAnswer>>> add, Func<FileId, Task<Result<bool>>> remove)
    {
        http.Response.Headers.CacheControl = "no-store";

        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await Remove(back, remove);
        }

        return (await add()).IsRefused(out var refusal, out var added)
            ? WantsJson ? refusal.ToProblem() : Results.Redirect($"{back}?upload={refusal.Code}&of={(http.Request.Path.Value!.EndsWith("card", StringComparison.Ordinal) ? "card" : "photo")}#photos")
            : WantsJson ? TypedResults.Created((string?)null, added) : Results.Redirect(back + "#photos");
    }

    /// <summary>What it belonged to is over: the page says how things stand.</summary>
    public IResult Gone(string back) => WantsJson ? Refusals.NotFound.ToProblem() : Results.Redirect(back);

    private async Task<IResult> Remove(string back, Func<FileId, Task<Result<bool>>> remove)
    {
        var form = await http.Request.ReadFormAsync(Ct);

        if (await IsOurs(form[TokenField]) && form["act"].ToString() is var act && act.StartsWith(RemoveWord, StringComparison.Ordinal) && FileId.TryParse(act[RemoveWord.Length..], null, out var file))
        {
            // Gone already is as good as gone.
            _ = await remove(file);
            return Results.Redirect(back + "#photos");
        }

        return Results.Redirect(back + "?over=1");
    }

    // The framework would read the whole form to find the token; it looks at the header first.
    private Task<bool> IsOurs(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return Task.FromResult(false);
        }

        http.Request.Headers[TokenHeader] = token;
        return Get<IAntiforgery>().IsRequestValidAsync(http);
    }
}
