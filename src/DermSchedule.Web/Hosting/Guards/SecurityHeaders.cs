using DermSchedule.Web.Hosting.Settings;
using Microsoft.Net.Http.Headers;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>The headers of every answer, errors included (ASVS 3.4). What a page has set itself stands.</summary>
internal static class SecurityHeaders
{
    // blob: is the preview of a photo the patient has just picked; it never leaves the browser.
    // The hash is that of the style Turbo writes for its progress bar; a nonce would not work, because Turbo keeps the policy of the first document.
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    // Swagger UI draws with inline styles. Its page shows our contract and nothing else.
    private const string Documentation =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private const string Api = "default-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app, HostSettings settings) => app.Use((context, next) =>
    {
        // As late as possible: an exception handler empties the headers that stood before it.
        context.Response.OnStarting(() =>
        {
            Set(context, settings.IsProduction);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string Policy(HttpRequest request) => request.IsForPrograms() || IsAsset(request) ? Api : request.IsForContractPage() ? Documentation : Pages;

    // A sheet, a script, a font: never a document of its own, so it needs no long list of what a document may do. A dozen of them come with each page.
    private static bool IsAsset(HttpRequest request) => Path.GetExtension(request.Path.Value) is ".css" or ".js" or ".woff2";

    private static void Set(HttpContext context, bool production)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy(context.Request));
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");

        if (!IsAsset(context.Request))
        {
            headers.TryAdd("Permissions-Policy", "accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(self), usb=()");
        }

        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");

        if (context.Request.IsForRooms())
        {
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
        }

        if (production && context.Request.IsHttps)
        {
            headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000; includeSubDomains");
        }
    }
}
