using System.Diagnostics;
using System.Text.Json;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>
/// Every "no" under <c>/api</c> is RFC 9457 with a code: also the framework's own ones, which it leaves without a body (broken JSON, an id that is none,
/// a method or media type nobody takes). The same in Development as in Production.
/// </summary>
internal static class ProblemAnswers
{
    public static void AddProblemAnswers(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.HttpContext, context.ProblemDetails));
        services.AddExceptionHandler<ApiExceptions>();

        // What cannot be read is thrown, in Production too: the exception knows the field, a bare 400 does not.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = PageApology.Write, AllowStatusCode404Response = true });
        app.UseWhen(
            context => context.Request.IsForPrograms(),
            api => api.UseStatusCodePages(context => Write(context.HttpContext, new ProblemDetails { Status = context.HttpContext.Response.StatusCode })));
    }

    /// <summary>Writes the whole document, whatever the caller says it can read: a program that named HTML still wants to know the code.</summary>
    public static Task Write(HttpContext http, ProblemDetails problem)
    {
        Complete(http, problem);
        return TypedResults.Problem(problem).ExecuteAsync(http);
    }

    /// <summary>What a bug may say about itself: enough to find it in the log, nothing else.</summary>
    public static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private static void Complete(HttpContext http, ProblemDetails problem)
    {
        var status = problem.Status ?? http.Response.StatusCode;

        if (problem is HttpValidationProblemDetails { Errors.Count: > 0 } validation)
        {
            var named = validation.Errors.ToDictionary(error => JsonPath(error.Key), error => error.Value.Select(FieldErrors.InWords).ToArray(), StringComparer.Ordinal);
            validation.Errors.Clear();

            foreach (var (path, messages) in named)
            {
                validation.Errors.Add(path, messages);
            }
        }

        if (!problem.Extensions.ContainsKey("code"))
        {
            var (code, detail) = HttpProblems.Of(status);
            problem.Type = "/problems/" + code;
            problem.Title = code.Replace('_', ' ');
            problem.Detail = detail;
            problem.Extensions["code"] = code;
        }

        problem.Extensions.Remove("traceId");

        if (status >= StatusCodes.Status500InternalServerError)
        {
            problem.Extensions["traceId"] = TraceId(http);
        }
    }

    /// <summary><c>Patient.FirstName</c>, as C# names it, is <c>patient.firstName</c> in what the caller sent.</summary>
    private static string JsonPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
