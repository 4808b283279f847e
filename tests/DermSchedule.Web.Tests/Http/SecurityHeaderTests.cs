using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>Every answer carries the headers of ASVS 3.4, whoever gives it: rooms, pages, files, errors.</summary>
public sealed class SecurityHeaderTests
{
    private static readonly string[] Others = ["/", "/no-such-clinic", "/css/tokens.css", "/no-such-file.js", "/docs/index.html", "/openapi/v1.json", "/api/v1/nothing", "/problems/slot_taken", "/problems/none", "/m/none"];

    [Fact]
    public async Task Every_route_answers_with_all_of_them()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = server.ClientOptions.BaseAddress });
        var wrong = new List<string>();

        foreach (var (method, path) in Routes(server).Concat(Others.Select(path => ("GET", path))))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request);
            wrong.AddRange(Missing(answer).Select(header => $"{method} {path} ({(int)answer.StatusCode}): {header}"));
        }

        Complaints.None(wrong);
    }

    [Fact]
    public async Task Answers_of_the_API_are_never_stored()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        foreach (var path in new[] { "/api/v1/clinics", "/api/v1/patients", "/api/v1/nothing" })
        {
            using var answer = await client.GetAsync(path);

            Assert.True(answer.Headers.CacheControl?.NoStore, path);
        }
    }

    [Theory]
    [InlineData("203.0.113.9", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Production_asks_browsers_to_stay_with_https_and_believes_only_known_proxies(string proxy, bool believed)
    {
        await using var server = await ClinicServer.Start(with:
            ["environment=Production", "App:PublicUrl=https://book.example.org", "Sms:Provider=None", "Mail:Provider=None", "Payments:Provider=None", $"Proxies:Known={proxy}"]);
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");

        using var answer = await client.SendAsync(request);

        Assert.Equal(believed, answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static IEnumerable<(string Method, string Path)> Routes(ClinicServer server) =>
        from source in server.Services.GetServices<EndpointDataSource>()
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, Filled(endpoint));

    private static string Filled(RouteEndpoint endpoint)
    {
        var parts = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content
            : part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator ? separator.Content : "01900000-0000-7000-8000-00000000dead")));
        return "/" + string.Join('/', parts);
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var policy = headers.GetValueOrDefault("Content-Security-Policy", "");

        foreach (var directive in new[] { "default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'" }.Where(directive => !policy.Contains(directive, StringComparison.Ordinal)))
        {
            yield return directive;
        }

        if (policy.Contains("script-src", StringComparison.Ordinal) && (policy.Contains("'unsafe-eval'", StringComparison.Ordinal) || policy.Split("script-src")[1].Split(';')[0].Contains("unsafe", StringComparison.Ordinal)))
        {
            yield return "a script may be inline";
        }

        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
        {
            if (headers.GetValueOrDefault(name) != value)
            {
                yield return name;
            }
        }

        // A sheet, a script or a font is never a document, so no permission could be used by it.
        var isAsset = Path.GetExtension(answer.RequestMessage!.RequestUri!.AbsolutePath) is ".css" or ".js" or ".woff2";

        if (!headers.ContainsKey("Referrer-Policy") || (!isAsset && !headers.ContainsKey("Permissions-Policy")))
        {
            yield return "Referrer-Policy or Permissions-Policy";
        }

        if (headers.ContainsKey("Server") || headers.ContainsKey("X-Powered-By"))
        {
            yield return "it says what it is made of";
        }
    }
}
