using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DermSchedule.Kernel;

/// <summary>The version number of a record as an entity tag (RFC 9110 8.8.3), and what callers send back of it.</summary>
public static class Etag
{
    /// <summary>The answer with its <c>ETag</c> header.</summary>
    public static IResult Answer<T>(HttpContext http, T answer, int version)
    {
        http.Response.Headers.ETag = Of(version);
        return TypedResults.Ok(answer);
    }

    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// Why a change must not be made: no <c>If-Match</c> at all (428), or one that names another version (412); null when it may.
    /// </summary>
    public static Refusal? Check(string? ifMatch, int version) => ifMatch switch
    {
        null or "" => Refusals.PreconditionRequired,
        "*" => null,
        _ => ifMatch.Split(',', StringSplitOptions.TrimEntries).Contains(Of(version), StringComparer.Ordinal) ? null : Refusals.StaleVersion,
    };
}
