using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Web.Ui;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// Before a page is made: enters the practice its address leads to, says who holds the link, and sets the headers of pages that belong to one
/// person. What leads nowhere is 404 and no page is made at all.
/// </summary>
internal static class PageDoor
{
    public static void UsePageDoor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (FrameAttribute.Of(http) is not { } frame)
        {
            await next(http);
            return;
        }

        if (AsWritten(http.Request) is { } address)
        {
            http.Response.Redirect(address, permanent: true);
            return;
        }

        if (frame.Personal)
        {
            http.Response.Headers.CacheControl = "no-cache, no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        if (await Enter(http))
        {
            await next(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });

    /// <summary>People write a clinic's name with capitals; its address has none. Null where there is nothing to put right.</summary>
    private static string? AsWritten(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.RouteValues[nameof(ClinicPage.Slug)] is string slug && slug.Any(char.IsAsciiLetterUpper)
            ? new PathString("/" + slug.ToLowerInvariant() + request.Path.Value![(slug.Length + 1)..]).ToUriComponent() + request.QueryString
            : null;

    private static async Task<bool> Enter(HttpContext http)
    {
        var front = http.RequestServices.GetRequiredService<ClinicFront>();

        if (http.GetRouteValue(nameof(ClinicPage.Slug)) is string slug)
        {
            return await front.Enter(slug, http.RequestAborted);
        }

        if (http.GetRouteValue(nameof(VisitPage.Token)) is not string token)
        {
            return true;
        }

        var links = http.RequestServices.GetRequiredService<PatientLinks>();

        if (await links.Open(new Token(token), http.RequestAborted) is not { } visit)
        {
            return false;
        }

        http.RequestServices.GetRequiredService<Caller>().BecomePatient(visit.Value);
        return true;
    }
}
