using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Consents;

/// <summary>The two public doors of this room for the host.</summary>
public static class ConsentsRoom
{
    public static IServiceCollection AddConsents(this IServiceCollection services)
    {
        services.AddScoped<ConsentLedger>();
        services.AddScoped<ListConsents.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapConsents(this IEndpointRouteBuilder api) => ListConsents.Map(api);
}
