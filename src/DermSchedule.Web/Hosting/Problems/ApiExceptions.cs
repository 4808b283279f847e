using DermSchedule.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>What was thrown, as the API says it: the framework's 4xx as such, a busy database as 503, a bug as 500 with nothing but the trace id.</summary>
internal sealed partial class ApiExceptions(ILogger<ApiExceptions> log) : IExceptionHandler
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

        if (!httpContext.Request.IsForPrograms())
        {
            return false;
        }

        var problem = exception is BadHttpRequestException unread && UnreadInput.Errors(unread) is { Count: > 0 } errors ? new HttpValidationProblemDetails(errors) : new ProblemDetails();
        problem.Status = httpContext.Response.StatusCode;
        await ProblemAnswers.Write(httpContext, problem);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a bug of ours. Trace {TraceId}.")]
    private partial void LogBug(Exception exception, string traceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database stayed busy through every repeat. Trace {TraceId}.")]
    private partial void LogBusy(string traceId);
}
