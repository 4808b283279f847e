using DermSchedule.Jobs;
using DermSchedule.Web.Hosting;

namespace DermSchedule.Web.Demo;

/// <summary>The two doors of demo mode for the host. Without <c>Demo__Enabled</c> neither does anything: the routes answer 404.</summary>
internal static class DemoMode
{
    public static IServiceCollection AddDemo(this IServiceCollection services, DemoOptions options)
    {
        if (!options.Enabled)
        {
            return services;
        }

        services.AddScoped<DemoPasswords>();
        services.AddScoped<DemoHoursWriter>();
        services.AddScoped<DemoHouse>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<DemoCalendar>();
        services.AddScoped<DemoFounding>();
        services.AddScoped<IDemoSeed, DemoSeed>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    /// <param name="options">Of the host.</param>
    public static void MapDemo(this IEndpointRouteBuilder api, DemoOptions options)
    {
        if (options.Enabled)
        {
            DemoCredentials.Map(api.MapGroup("/demo").WithTags("Demo"));
        }
    }
}
