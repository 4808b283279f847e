using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>Refuses what the framework or a database further in would stumble over.</summary>
internal static class InputGuard
{
    public static void UseInputGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HasNull(context.Request.QueryString) && !LacksBody(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>A NUL in an address is never meant well, and PostgreSQL cannot store one.</summary>
    private static bool HasNull(QueryString query) =>
        query.Value is { } text && (text.Contains("%00", StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal));

    /// <summary>Where the body is a value type, such as a merge patch, the framework does not notice that there is none, and fails.</summary>
    private static bool LacksBody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false }
        && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
}
