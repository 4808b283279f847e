using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Kernel;

/// <summary>The one place where a refusal becomes RFC 9457 <c>application/problem+json</c>.</summary>
public static class RefusalHttp
{
    /// <summary>No forgiving default: a kind without a status is a failing test, not a 500 at the clinic.</summary>
    public static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.PaymentNeeded => StatusCodes.Status402PaymentRequired,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.OtherMedia => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
    };

    public static ProblemHttpResult ToProblem(this Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Type = "/problems/" + refusal.Code,
            Title = refusal.Code.Replace('_', ' '),
            Status = refusal.Kind.Status(),
            Detail = refusal.Detail,
            Extensions = { ["code"] = refusal.Code },
        };

        foreach (var (name, value) in refusal.Members)
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>The answer as <paramref name="answer"/> shapes it, or the problem document.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> answer) =>
        result.Match(answer, refusal => refusal.Members.GetValueOrDefault("retryAfter") is int seconds ? new Later(refusal.ToProblem(), seconds) : refusal.ToProblem());

    /// <summary>Declares every way a route can say no; feeds OpenAPI and the docs test.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params Refusal[] refusals)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint =>
        {
            foreach (var refusal in refusals)
            {
                endpoint.Metadata.Add(new RefusedWith(refusal));
            }

            foreach (var status in refusals.Select(refusal => refusal.Kind.Status()).Distinct())
            {
                endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
            }
        });
        return route;
    }

    private sealed class Later(IResult problem, int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }
}

/// <summary>Endpoint metadata: this route can refuse with that code.</summary>
public sealed record RefusedWith(Refusal Refusal);
