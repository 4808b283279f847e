using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Identity;

/// <summary>The two public doors of this room for the host.</summary>
public static class IdentityRoom
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        _ = services;
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapIdentity(this IEndpointRouteBuilder api) => _ = api;
}
