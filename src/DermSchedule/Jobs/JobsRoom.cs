using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DermSchedule.Jobs;

/// <summary>The two public doors of this room for the host.</summary>
public static class JobsRoom
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<DueRows>();
        services.AddSingleton<DueBell>();
        services.AddSingleton<DueRunner>();
        services.AddScoped<ExpiredAnswers>();
        services.AddHostedService<DueWorker>();
        services.AddHostedService<ExpiredAnswersWorker>();
        return services;
    }

    /// <summary>Demo mode: the clock that can be moved takes the place of the real one. The host calls it after it registered its own.</summary>
    public static IServiceCollection AddDemoClock(this IServiceCollection services, DemoOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DemoClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>()));
        services.AddScoped<DemoClockStore>();
        services.AddScoped<AdvanceDemoClock.Handler>();
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, DemoClockFollower>());
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        if (api.ServiceProvider.GetService<DemoOptions>() is { Enabled: true })
        {
            AdvanceDemoClock.Map(api.MapGroup("/demo"));
        }
    }
}
