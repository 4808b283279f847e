using DermSchedule.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>What was thrown, as the API says it: the framework's 4xx as such, a busy database as 503, a bug as 500 with nothing but the trace id.</summary>
internal sealed partial class ApiExceptions(IProblemDetailsService problems, ILogger<ApiExceptions> log) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        httpContext.Response.StatusCode = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            DatabaseBusyException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

        if (httpContext.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            LogBusy(ProblemAnswers.TraceId(httpContext));
        }
        else if (httpContext.Response.StatusCode == StatusCodes.Status500InternalServerError)
        {
            LogBug(exception, ProblemAnswers.TraceId(httpContext));
        }

        return httpContext.Request.IsForPrograms()
            && await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = new ProblemDetails { Status = httpContext.Response.StatusCode } });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a bug of ours. Trace {TraceId}.")]
    private partial void LogBug(Exception exception, string traceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database stayed busy through every repeat. Trace {TraceId}.")]
    private partial void LogBusy(string traceId);
}
