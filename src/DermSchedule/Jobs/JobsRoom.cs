using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Jobs;

/// <summary>The two public doors of this room for the host.</summary>
public static class JobsRoom
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<DueRows>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapJobs(this IEndpointRouteBuilder api) => _ = api;
}
