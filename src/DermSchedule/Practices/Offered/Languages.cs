using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DermSchedule.Practices;

/// <summary>The languages we speak to patients in, and which of them a request asks for.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> Known = ["en", "es"];

    /// <summary>
    /// The first known language of <c>Accept-Language</c>; null when it names none: then the practice's own is meant. The answer says that it
    /// varies by that header.
    /// </summary>
    public static string? Asked(HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);

        return http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Where(wish => wish.Quality is not 0)
            .Select(wish => wish.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => Known.Contains(language));
    }

    /// <summary>For numbers, money and days of the week in a known language.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "es" ? "es-US" : "en-US");
}
