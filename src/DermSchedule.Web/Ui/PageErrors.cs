using DermSchedule.Web.Hosting;
using DermSchedule.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Web.Ui;

/// <summary>
/// Gives a page's bare 4xx or 5xx a face, or a program that asked for no page a problem document. It is drawn in place and not by running the request
/// again: a repeated POST would turn a 429 into a 400.
/// </summary>
internal static class PageErrors
{
    public static void UsePageErrors(this IApplicationBuilder app) => app.UseStatusCodePages(async context =>
    {
        var http = context.HttpContext;

        if (!http.Request.IsForPrograms())
        {
            await (WantsPage(http.Request) ? Draw(http, http.Response.StatusCode) : ProblemAnswers.Write(http, new ProblemDetails { Status = http.Response.StatusCode }));
        }
    });

    /// <summary>People's browsers name HTML, simple programs anything. What ends like a file is part of a page and none itself.</summary>
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || (!Path.HasExtension(request.Path.Value) && (accept.Length == 0 || accept.Contains("*/*", StringComparison.Ordinal))));

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
