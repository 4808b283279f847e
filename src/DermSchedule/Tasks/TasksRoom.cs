using DermSchedule.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tasks;

/// <summary>The two public doors of this room for the host.</summary>
public static class TasksRoom
{
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddScoped<StaffAlerts>();
        services.AddScoped<StaffTasks>();
        services.AddScoped<AlertViews>();
        services.AddScoped<TaskViews>();
        services.AddScoped<IDueHandler, AlertEscalation>();
        services.AddScoped<ListTriageAlerts.Handler>();
        services.AddScoped<AcknowledgeTriageAlert.Handler>();
        services.AddScoped<ListTasks.Handler>();
        services.AddScoped<CompleteTask.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        ListTriageAlerts.Map(api);
        AcknowledgeTriageAlert.Map(api);
        ListTasks.Map(api);
        CompleteTask.Map(api);
    }
}
