using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Identity;

/// <summary>The one rule of authorization: the route's <see cref="Access"/> row decides. It is the fallback of every route, so none can forget it.</summary>
internal sealed class AccessRule : AuthorizationHandler<AccessRule>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRule requirement)
    {
        if (context.Resource is HttpContext http && Allows(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // No route is a 404, and a wrong method a 405, for everybody. Pages outside /api say themselves who may see them.
    private static bool Allows(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return true;
        }

        return endpoint.Metadata.GetMetadata<Access>() is { } access
            ? Allows(access, http.RequestServices.GetRequiredService<Caller>())
            : !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Allows(Access access, Caller caller) =>
        access.Anyone
        || (access.Patient && caller.Kind == CallerKind.PatientLink)
        || (caller.IsStaff && caller.Has([.. access.Roles]));
}
