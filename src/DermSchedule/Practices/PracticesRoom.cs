using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Practices;

/// <summary>The two public doors of this room for the host.</summary>
public static class PracticesRoom
{
    public static IServiceCollection AddPractices(this IServiceCollection services)
    {
        services.AddSingleton<SlugCache>();
        services.AddSingleton<CatalogCache>();
        services.AddSingleton(new DepositTaking(IsOn: false));
        services.AddScoped<PracticeDirectory>();
        services.AddScoped<Catalogs>();
        services.AddSettings();
        services.AddScoped<PracticeHours>();
        services.AddScoped<PracticeChanges>();
        services.AddScoped<ListOpenClinics.Handler>();
        services.AddScoped<ShowClinic.Handler>();
        services.AddScoped<ListOfferedTypes.Handler>();
        services.AddScoped<ListOfferedProviders.Handler>();
        services.AddScoped<Founding>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapPractices(this IEndpointRouteBuilder api)
    {
        api.MapSettings();
        ListOpenClinics.Map(api);
        var clinic = api.MapClinic().WithTags("Clinics");
        ShowClinic.Map(clinic);
        ListOfferedTypes.Map(clinic);
        ListOfferedProviders.Map(clinic);
    }
}
