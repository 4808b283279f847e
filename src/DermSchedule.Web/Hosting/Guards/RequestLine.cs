using System.Diagnostics;
using DermSchedule.Web.Hosting.Problems;

namespace DermSchedule.Web.Hosting.Guards;

/// <summary>One line per request: method, route template, status, duration, trace id. Never the path: it may hold a token (architecture.md 3.6).</summary>
internal sealed partial class RequestLine(RequestDelegate next, ILogger<RequestLine> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();

        try
        {
            await next(http);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                LogRequest(Method(http.Request.Method), RouteTemplate.Of(http), http.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, ProblemAnswers.TraceId(http));
            }
        }
    }

    // A method is free text; only known ones go into the log.
    private static string Method(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method)
        || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) ? method : "OTHER";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds:0.0} ms {TraceId}")]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string traceId);
}
