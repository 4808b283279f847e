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

        if (http.Request.IsForPrograms() || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        await Draw(http, http.Response.StatusCode);
    });

    public static Task Draw(HttpContext http, int status) => new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.ErrorStatus)] = status })
    {
        StatusCode = status,
    }.ExecuteAsync(http);
}
