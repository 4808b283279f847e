using System.Text.Encodings.Web;
using System.Text.Unicode;
using DermSchedule.Kernel;
using DermSchedule.Web.Wizard;
using DermSchedule.Web.Wizard.Uploads;
using Microsoft.Extensions.WebEncoders;

namespace DermSchedule.Web.Ui;

/// <summary>The doors of the screens for the host.</summary>
public static class Pages
{
    // A redirect of a page is an answer, not an exception. Said here and not in the project file, which speaks for one program only:
    // in a test's process the pages would answer in another way than in the product.
    private const string QuietRedirects = "Microsoft.AspNetCore.Components.Endpoints.NavigationManager.DisableThrowNavigationException";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        AppContext.SetSwitch(QuietRedirects, isEnabled: true);
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.MaxAge = WizardDrafts.Lifetime;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<Bundle>();
        services.AddScoped<Texts>();
        services.AddScoped<Wording>();
        services.AddScoped<ClinicFront>();
        services.AddScoped<FreeTimes>();
        services.AddScoped<LandingLoader>();
        services.AddScoped<PickerLoader>();
        services.AddScoped<BookingDesk>();
        services.AddScoped<VisitDesk>();
        services.AddScoped<WizardDrafts>();
        services.AddScoped<ConcernDesk>();
        services.AddScoped<PhotoDesk>();

        // Our own header refuses every frame; the framework's would allow those of the same origin beside it.
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>
    /// Style sheets, scripts and fonts are served compressed, with a fingerprint and for a year, from a working copy as from a published program:
    /// what is measured on a desk is what patients get. Either setting given by hand wins, for whoever edits a style sheet beside a running server.
    /// </summary>
    public static void ServeFilesAsPublished(this WebApplicationBuilder builder)
    {
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] ??= "true";
    }

    /// <summary>What every "no" to a page needs: the reader's language and a face. Comes before anybody who refuses.</summary>
    public static void UsePageFaces(this WebApplication app)
    {
        app.UseReaderLanguage();
        app.UsePageErrors();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseSeeOther();

        // Only pages that hold no secret: beside one, the length of a compressed answer would tell it letter by letter.
        app.UseWhen(http => FrameAttribute.Of(http) is { Personal: false }, pages => pages.UseResponseCompression());
        app.UsePageDoor();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().ForAnyone();
        app.MapUploads();
        app.MapRazorComponents<App>().ForAnyone();
    }

    /// <summary>After a form a redirect means "go and GET that": 303, which no client repeats as a POST.</summary>
    private static void UseSeeOther(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (HttpMethods.IsPost(http.Request.Method) && http.Response.StatusCode == StatusCodes.Status302Found)
            {
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
