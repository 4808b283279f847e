using DermSchedule.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Drafts;

/// <summary>The door of this room for the host. It has no routes: drafts belong to pages.</summary>
public static class DraftsRoom
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddScoped<VisitorDrafts>();
        services.AddScoped<IDueHandler, LapsedDrafts>();
        return services;
    }
}
