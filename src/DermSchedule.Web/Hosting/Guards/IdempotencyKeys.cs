using System.Security.Cryptography;
using System.Text;
using DermSchedule.Data;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>
/// Reads <c>Idempotency-Key</c> of a POST (api.md) and arms the unit of work with it: the unit itself looks up and remembers the answer, in the
/// transaction of the effect. What must be the same in a repeat is everything the caller sent: address, query and the raw bytes of the body.
/// </summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    /// <summary>Characters; visible ASCII.</summary>
    public const int LongestKey = 255;

    /// <summary>Bytes kept in memory while the body is read twice: it may be about a patient, so it must never spill into a temporary file.</summary>
    private const int LargestBody = BodyLimits.Json;

    public static void UseIdempotencyKeys(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.IsForRooms() || !context.Request.Headers.TryGetValue(Header, out var sent))
        {
            await next(context);
            return;
        }

        if (Key(sent) is not { } key)
        {
            await Refusals.Field(Header, $"Send 1 to {LongestKey} visible characters.").ToProblem().ExecuteAsync(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { MaxRequestBodySize: > LargestBody })
        {
            // An upload streams: who reads it says what it was.
            context.RequestServices.GetRequiredService<IdempotentRequest>().Await(RouteTemplate.Of(context), Name(context), key);
            await next(context);
            return;
        }

        context.RequestServices.GetRequiredService<IdempotentRequest>().Arm(RouteTemplate.Of(context), Name(context), key, await Fingerprint(context.Request, context.RequestAborted));
        await next(context);
    });

    private static string? Key(StringValues sent) =>
        sent is [{ Length: >= 1 and <= LongestKey } key] && key.All(character => character is > ' ' and <= '~') ? key : null;

    private static string Name(HttpContext context)
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        return caller.Kind == CallerKind.Anonymous ? "anonymous" : $"{Words.Of(caller.Kind)} {caller.Id:N}";
    }

    private static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering(LargestBody, LargestBody);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path.Value}\n{request.QueryString.Value}\n"));
        var buffer = new byte[8 * 1024];

        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
