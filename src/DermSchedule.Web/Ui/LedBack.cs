namespace DermSchedule.Web.Ui;

/// <summary>
/// A form that cannot be taken, because its cookie is gone or because the page has no such form any more, leads back to its page, which says so in
/// <c>?over=1</c>. The framework's own answer is a 400 without a page, and a press that does nothing.
/// </summary>
internal static class LedBack
{
    private static readonly object Said = new();

    /// <summary>Stands next to the pages: whoever is further out sees the redirect.</summary>
    public static void UseLedBack(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsPost(http.Request.Method) || FrameAttribute.Of(http) is null)
        {
            await next(http);
            return;
        }

        // In Development the framework writes why, in Production nothing.
        http.Response.OnStarting(() =>
        {
            Lead(http);
            return Task.CompletedTask;
        });
        await next(http);

        if (!http.Response.HasStarted)
        {
            Lead(http);
        }
    });

    /// <summary>A page that says itself what is wrong is left alone.</summary>
    public static void Answered(HttpContext http) => http.Items[Said] = true;

    private static void Lead(HttpContext http)
    {
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && !http.Items.ContainsKey(Said))
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = http.Request.Path.ToUriComponent() + "?over=1";
        }
    }
}
