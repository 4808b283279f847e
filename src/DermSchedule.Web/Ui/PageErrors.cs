using DermSchedule.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DermSchedule.Web.Ui;

/// <summary>
/// Gives a page's bare 4xx or 5xx a face. It is drawn in place and not by running the request again: a repeated POST would turn a 429 into a 400.
/// </summary>
internal static class PageErrors
{
    public static void UsePageErrors(this IApplicationBuilder app) => app.UseStatusCodePages(async context =>
    {
        var http = context.HttpContext;

        if (!http.Request.IsForPrograms() && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await Draw(http, http.Response.StatusCode);
        }
    });

    private static async Task Draw(HttpContext http, int status)
    {
        // The page that came to nothing has used up the renderer of its scope, and left a header that the next renderer adds again.
        var spoken = http.RequestServices.GetRequiredService<Texts>().Language;
        await using var scope = http.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Texts>().Speak(spoken);
        var services = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        http.Response.Headers.Remove("blazor-enhanced-nav");

        try
        {
            await new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.ErrorStatus)] = status }) { StatusCode = status }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}
