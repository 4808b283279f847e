using System.Net;

namespace DermSchedule.Web.Hosting.Problems;

/// <summary>What a person sees when a page failed: an apology with the trace id, in plain HTML that needs nothing else to work.</summary>
internal static class PageApology
{
    public static Task Write(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something went wrong</title><link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/components.css"><link rel="stylesheet" href="/css/patient.css"><link rel="stylesheet" href="/css/pages.css"></head>
            <body class="patient wiz">
            <main class="page wiz-main error-page">
            <h1>Something went wrong on our side</h1>
            <p>Nothing was changed. Please go back and try again; if it happens once more, call the clinic.</p>
            <p lang="es">Algo falló de nuestro lado y no se cambió nada. Vuelva atrás e intente otra vez; si se repite, llame a la clínica.</p>
            <p><small>{WebUtility.HtmlEncode(ProblemAnswers.TraceId(http))}</small></p>
            </main>
            </body>
            </html>
            """,
            http.RequestAborted);
    }
}
