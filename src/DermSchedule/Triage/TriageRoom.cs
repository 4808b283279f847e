using DermSchedule.Files;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Triage;

/// <summary>The two public doors of this room for the host.</summary>
public static class TriageRoom
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddSingleton(TriageRules.Standard);
        services.AddScoped<Triages>();
        services.AddScoped<TriageDesk>();
        services.AddScoped<TriageWriter>();
        services.AddScoped<TriageConsequences>();
        services.AddScoped<IFileOwners, TriageFiles>();
        services.AddScoped<SubmitTriage.Handler>();
        services.AddScoped<AddTriageContact.Handler>();
        services.AddScoped<ReadTriage.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapTriage(this IEndpointRouteBuilder api)
    {
        var clinic = api.MapClinic();
        SubmitTriage.Map(clinic);
        AddTriageContact.Map(clinic);
        ReadTriage.Map(api);
    }
}
