using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>A "no" that HTTP says before any room is asked.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Public API, like the code of a <see cref="Refusal"/>.</param>
/// <param name="Detail">For people; holds nothing of the request.</param>
public sealed record HttpProblem(int Status, string Code, string Detail);

/// <summary>What stands in for an answer without a body, by status: every "no" of the API has a code (api.md).</summary>
public static class HttpProblems
{
    public static readonly HttpProblem MethodNotAllowed = new(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "This address does not take that method; the Allow header names those it takes.");
    public static readonly HttpProblem NotAcceptable = new(StatusCodes.Status406NotAcceptable, "not_acceptable", "This address cannot answer in the form that was asked for.");
    public static readonly HttpProblem TimedOut = new(StatusCodes.Status408RequestTimeout, "request_timeout", "The request arrived too slowly. Send it again.");
    public static readonly HttpProblem UriTooLong = new(StatusCodes.Status414UriTooLong, "uri_too_long", "The address is too long.");
    public static readonly HttpProblem HeadersTooLarge = new(StatusCodes.Status431RequestHeaderFieldsTooLarge, "headers_too_large", "The headers are too large.");
    public static readonly HttpProblem ServerError = new(StatusCodes.Status500InternalServerError, "server_error", "Something went wrong on our side. Nothing was changed. Tell us the trace id if it happens again.");
    public static readonly HttpProblem Busy = new(StatusCodes.Status503ServiceUnavailable, "busy", "The clinic's system is busy. Nothing was changed. Try again in a moment.");

    public static readonly IReadOnlyList<HttpProblem> All =
        [MethodNotAllowed, NotAcceptable, TimedOut, UriTooLong, HeadersTooLarge, ServerError, Busy];

    private static readonly Dictionary<int, (string Code, string Detail)> ByStatus =
        All.Select(problem => (problem.Status, problem.Code, problem.Detail))
            .Concat(Shared().Select(refusal => (refusal.Kind.Status(), refusal.Code, refusal.Detail)))
            .ToDictionary(problem => problem.Item1, problem => (problem.Code, problem.Detail));

    /// <summary>Code and sentence of a bare status; an unforeseen one is the caller's mistake below 500 and ours from there on.</summary>
    public static (string Code, string Detail) Of(int status) => ByStatus.TryGetValue(status, out var known)
        ? known
        : status < StatusCodes.Status500InternalServerError ? (Refusals.ValidationFailed.Code, Refusals.ValidationFailed.Detail) : (ServerError.Code, ServerError.Detail);

    private static Refusal[] Shared() =>
    [
        Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, Refusals.StaleVersion, Refusals.PreconditionRequired, Refusals.TooManyRequests,
        Refusals.PayloadTooLarge, Refusals.UnsupportedMedia,
    ];
}
