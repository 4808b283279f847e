using DermSchedule.Web.Wizard;

namespace DermSchedule.Web.Ui;

/// <summary>The doors of the screens for the host.</summary>
public static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<Bundle>();
        services.AddScoped<Texts>();
        services.AddScoped<Spoken>();
        services.AddScoped<LandingLoader>();
        return services;
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseReaderLanguage();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
    }
}
