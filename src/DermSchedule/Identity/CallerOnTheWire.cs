using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>Notes from where and by which route a request comes, before anybody is asked who sends it: the audit trail tells that of everybody.</summary>
internal sealed class CallerOnTheWire(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        // The template and never the path: a path holds ids and tokens.
        caller.Route = $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-"}";
        caller.Address = http.Connection.RemoteIpAddress?.ToString();
        caller.IsLiveRefresh = http.Request.Headers["X-Live"] == "1";
        return next(http);
    }
}
