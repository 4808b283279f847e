using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>Tells the audit trail by which route and from where somebody calls. Who it is, authentication says.</summary>
internal static class CallerDetails
{
    public static void UseCallerDetails(this WebApplication app) => app.Use((context, next) =>
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        caller.Route = RouteTemplate.Of(context);
        caller.Address = context.Connection.RemoteIpAddress?.ToString();
        caller.IsLiveRefresh = context.Request.Headers.ContainsKey("X-Live");
        return next(context);
    });
}
