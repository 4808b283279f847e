using System.Text.Json;
using System.Text.RegularExpressions;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>
/// Which field it was that the framework could not read, so that a client can point at it. Of what was sent nothing is repeated; JSON that is broken as such
/// names no field (api.md).
/// </summary>
internal static partial class UnreadInput
{
    private const string WrongType = "This has the wrong type or form.";

    /// <summary>JSON path, or name of the parameter, and what is wrong with it; empty when no field is at fault.</summary>
    public static Dictionary<string, string[]> Errors(BadHttpRequestException refused)
    {
        var (field, message) = refused.InnerException is JsonException wrong ? OfBody(wrong) : (OfAddress(refused.Message), WrongType);
        return field is { Length: > 0 } ? new(StringComparer.Ordinal) { [field] = [message] } : [];
    }

    private static (string? Field, string Message) OfBody(JsonException wrong) => wrong switch
    {
        // The reader below the serializer found no JSON at all.
        { InnerException: JsonException } or { Path: null } => (null, WrongType),
        _ => (wrong.Path.TrimStart('$').TrimStart('.'), Ours().IsMatch(wrong.Message) ? Ours().Match(wrong.Message).Value : WrongType),
    };

    private static string? OfAddress(string message) =>
        Parameter().Match(message) is { Success: true } match ? JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value) : null;

    /// <summary>The sentences of our own converters; the framework's own speak of C#.</summary>
    [GeneratedRegex(@"^(Expected an? [^.]+|A text cannot hold a NUL character)\.", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ours();

    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from|^Required parameter \"[^\"]* (?<name>\\w+)\" was not provided from (route|query|header)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
