using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Scheduling;

/// <summary>The two public doors of this room for the host.</summary>
public static class SchedulingRoom
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        _ = services;
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapScheduling(this IEndpointRouteBuilder api) => _ = api;
}
