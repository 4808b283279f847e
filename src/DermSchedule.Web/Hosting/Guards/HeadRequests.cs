namespace DermSchedule.Web.Hosting.Guards;

/// <summary>
/// Whatever can be read answers HEAD as well (RFC 9110 9.1): what looks whether a link still works or a server still stands asks so. It is answered
/// as a GET, and the server leaves the body out.
/// </summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    });
}
