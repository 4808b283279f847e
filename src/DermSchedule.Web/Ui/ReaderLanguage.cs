namespace DermSchedule.Web.Ui;

/// <summary>
/// Which language the reader gets: the one chosen by a <c>?lang=</c> link, which is remembered in a cookie, else the first that the browser asks for
/// and we speak, else English.
/// </summary>
internal static class ReaderLanguage
{
    private const string Cookie = "lang";

    public static void UseReaderLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var chosen = Texts.Of(context.Request.Query["lang"]);

        if (chosen is { } language)
        {
            context.Response.Cookies.Append(Cookie, Texts.CodeOf(language), new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }

        context.RequestServices.GetRequiredService<Texts>().Speak(chosen ?? Texts.Of(context.Request.Cookies[Cookie]) ?? Asked(context.Request) ?? Language.English);
        context.Response.Headers.Append("Vary", "Accept-Language, Cookie");
        await next(context);
    });

    private static Language? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Texts.Of(language.Value.Value))
        .FirstOrDefault(language => language is not null);
}
