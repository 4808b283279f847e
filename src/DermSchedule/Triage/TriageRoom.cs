using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Triage;

/// <summary>The two public doors of this room for the host.</summary>
public static class TriageRoom
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddSingleton<RulesCache>();
        services.AddScoped<RulesInForce>();
        services.AddScoped<RuleBook>();
        services.AddScoped<ReadTriageRules.Handler>();
        services.AddScoped<ProposeTriageRules.Handler>();
        services.AddScoped<ApproveTriageRules.Handler>();
        services.AddScoped<RejectTriageRules.Handler>();
        services.AddScoped<Triages>();
        services.AddScoped<TriageDesk>();
        services.AddScoped<TriageParts>();
        services.AddScoped<TriageWriter>();
        services.AddScoped<TriageConsequences>();
        services.AddScoped<IFileOwners, TriageFiles>();
        services.AddScoped<SubmitTriage.Handler>();
        services.AddScoped<ListTriageQuestions.Handler>();
        services.AddScoped<AddTriageContact.Handler>();
        services.AddScoped<ReadTriage.Handler>();
        services.AddScoped<AddTriagePhoto.Handler>();
        services.AddScoped<RemoveTriagePhoto.Handler>();
        services.AddScoped<ListTriagePhotos.Handler>();
        services.AddScoped<IDueHandler, UnusedPhotos>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapTriage(this IEndpointRouteBuilder api)
    {
        var clinic = api.MapClinic();
        SubmitTriage.Map(clinic);
        ListTriageQuestions.Map(clinic);
        AddTriageContact.Map(clinic);
        AddTriagePhoto.Map(clinic);
        RemoveTriagePhoto.Map(clinic);
        ReadTriage.Map(api);
        ListTriagePhotos.Map(api);
        var rules = api.MapGroup("/settings/triage-rules").WithTags("Settings");
        ReadTriageRules.Map(rules);
        ProposeTriageRules.Map(rules);
        ApproveTriageRules.Map(rules);
        RejectTriageRules.Map(rules);
    }
}
