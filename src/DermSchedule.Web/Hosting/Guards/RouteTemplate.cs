using Microsoft.AspNetCore.Diagnostics;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>The template of the route that took the request, such as <c>/api/v1/appointments/{id}</c>: safe to keep, unlike the path.</summary>
internal static class RouteTemplate
{
    /// <summary>The template, or a dash when no route took the request.</summary>
    public static string Of(HttpContext http)
    {
        // After an exception the endpoint is only remembered here.
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint is RouteEndpoint { RoutePattern.RawText: { } template } ? "/" + template.TrimStart('/') : "-";
    }
}
