using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Practices;

/// <summary><c>/settings/…</c> of this room.</summary>
internal static class SettingsRoutes
{
    /// <summary>Who reads settings: those who change them, and the auditor, who reads everything.</summary>
    public static readonly Role[] Readers = [Role.Owner, Role.Manager, Role.Auditor];

    public static void AddSettings(this IServiceCollection services)
    {
        services.AddScoped<Settings>();
        services.AddScoped<AddClinic.Handler>();
        services.AddScoped<ListClinics.Handler>();
        services.AddScoped<ReadClinic.Handler>();
        services.AddScoped<AddProvider.Handler>();
        services.AddScoped<ListProviders.Handler>();
        services.AddScoped<ReadProvider.Handler>();
        services.AddScoped<AddResource.Handler>();
        services.AddScoped<ChangeResource.Handler>();
        services.AddScoped<ListResources.Handler>();
        services.AddScoped<ReadResource.Handler>();
        services.AddScoped<AddAppointmentType.Handler>();
        services.AddScoped<ListAppointmentTypes.Handler>();
        services.AddScoped<ReadAppointmentType.Handler>();
        services.AddScoped<ReadPolicies.Handler>();
        services.AddScoped<ReplacePolicies.Handler>();
    }

    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Settings");
        var clinics = settings.MapGroup("/clinics");
        AddClinic.Map(clinics);
        ListClinics.Map(clinics);
        ReadClinic.Map(clinics);
        var providers = settings.MapGroup("/providers");
        AddProvider.Map(providers);
        ListProviders.Map(providers);
        ReadProvider.Map(providers);
        var resources = settings.MapGroup("/resources");
        AddResource.Map(resources);
        ChangeResource.Map(resources);
        ListResources.Map(resources);
        ReadResource.Map(resources);
        var types = settings.MapGroup("/appointment-types");
        AddAppointmentType.Map(types);
        ListAppointmentTypes.Map(types);
        ReadAppointmentType.Map(types);
        var policies = settings.MapGroup("/policies");
        ReadPolicies.Map(policies);
        ReplacePolicies.Map(policies);
    }
}
