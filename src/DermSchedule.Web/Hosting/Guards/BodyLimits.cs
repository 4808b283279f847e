namespace DermSchedule.Web.Hosting.Guards;

/// <summary>How much a request may be. A route that takes more says so with <c>RequestSizeLimitAttribute</c>.</summary>
internal static class BodyLimits
{
    /// <summary>Bytes of a JSON or form body: ten times the largest settings object.</summary>
    public const int Json = 64 * 1024;

    /// <summary>Bytes of all request headers together.</summary>
    private const int Headers = 32 * 1024;

    public static void LimitBodies(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Json;
        kestrel.Limits.MaxRequestHeadersTotalSize = Headers;
    });
}
