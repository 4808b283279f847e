using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DermSchedule.Web.Tests.Identity;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>Whatever is sent, the answer is a "no" with a code: never a 5xx, never an empty body, the same in Production as in Development.</summary>
public sealed class MalformedInputTests
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["broken JSON"] = "{\"patient\": {",
        ["a text"] = "\"hello\"",
        ["a list"] = "[]",
        ["null"] = "null",
        ["nothing"] = "",
        ["a number"] = "1e999",
        ["deep nesting"] = string.Concat(Enumerable.Repeat("{\"a\":", 400)) + "1" + new string('}', 400),
        ["deep lists"] = new string('[', 2_000) + new string(']', 2_000),
        ["two members of one name"] = "{\"start\":\"2026-12-01T09:00:00-05:00\",\"start\":\"2026-12-01T10:00:00-05:00\"}",
        ["a NUL"] = "{\"name\":\"a\\u0000b\",\"reason\":\"a\\u0000b\",\"slug\":\"a\\u0000b\",\"email\":\"a\\u0000b\",\"phone\":\"a\\u0000b\",\"token\":\"\\u0000\",\"firstName\":\"\\u0000\",\"advance\":\"\\u0000\",\"refreshToken\":\"\\u0000\",\"holdToken\":\"\\u0000\"}",
        ["half a surrogate"] = "{\"name\":\"\\ud800\",\"email\":\"\\ud800\",\"phone\":\"\\ud800\",\"reason\":\"\\ud800\",\"token\":\"\\ud800\",\"firstName\":\"\\ud800\",\"refreshToken\":\"\\ud800\",\"holdToken\":\"\\ud800\"}",
        ["wrong kinds"] = "{\"start\":17,\"appointmentTypeId\":\"x\",\"providerId\":[],\"patientKind\":\"old\",\"weekly\":{},\"items\":7,\"roles\":[\"king\"],\"name\":{},\"dateOfBirth\":\"31.12.1988\",\"email\":1,\"token\":{},\"refreshToken\":[],\"advance\":9,\"firstName\":[]}",
        ["the end of the calendar"] = "{\"start\":\"9999-12-31T23:59:59-18:00\",\"end\":\"9999-12-31T23:59:59-18:00\",\"date\":\"9999-12-31\",\"effectiveFrom\":\"9999-12-31\",\"advance\":\"P9999Y\"}",
        ["the beginning of the calendar"] = "{\"start\":\"-9998-01-01T00:00:00+18:00\",\"end\":\"0001-01-01T00:00:00+18:00\",\"date\":\"-9998-01-01\",\"effectiveFrom\":\"-9998-01-01\"}",
        ["impossible times"] = "{\"start\":\"2026-13-41T99:99:99Z\",\"dateOfBirth\":\"2026-02-30\",\"email\":\"\",\"token\":\"\",\"name\":\"\"}",
    };

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Every_route_refuses_every_malformed_body_with_a_code(string environment)
    {
        await using var server = await Started(environment);
        using var owner = await server.Owner();
        var wrong = new List<string>();

        foreach (var route in ApiRoute.All(server.Services.GetServices<EndpointDataSource>()).Where(route => route.Method is "POST" or "PUT" or "PATCH"))
        {
            foreach (var (what, body) in Bodies)
            {
                using var answer = await Send(owner, route, body);
                await Note(wrong, $"{what} to {route.Method} {route.Template}", answer, mayPass: what is "nothing" or "null");
            }
        }

        Complaints.None(wrong);
    }

    [Fact]
    public async Task Every_route_refuses_every_malformed_address_with_a_code()
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();
        var wrong = new List<string>();

        foreach (var route in ApiRoute.All(server.Services.GetServices<EndpointDataSource>()).Where(route => route.Pattern.Parameters.Count > 0))
        {
            foreach (var value in new[] { "x", "00000000-0000-0000-0000-00000000000g", "-1", "a b", "é", new string('9', 500), "..%2f..", "'; DROP TABLE--" })
            {
                using var answer = await Send(owner, route, "{}", value);
                await Note(wrong, $"{value} in {route.Method} {route.Template}", answer, mayPass: false);
            }
        }

        Complaints.None(wrong);
    }

    [Theory]
    [InlineData("/api/v1/appointments?status=checked%00in", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/appointments?from=yesterday&to=2026-12-01", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/appointments?from=9999-12-31&to=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/audit?from=0001-01-01&to=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/audit?from=0001-01-01T00:00:00%2B18:00", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/audit/export?to=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/appointments?status=dancing", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patients?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patients?limit=100000", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patients?cursor=%F0%9F%98%80", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/appointments?cursor=OTIyMzM3MjAzNjg1NDc3NTgwN3wwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/blocks?cursor=LTM3NzcwNTExNjgwMTAwMDAwMXwwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/settings/clinics?limit=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/audit?user=me", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v2/clinics", HttpStatusCode.NotFound)]
    [InlineData("/api", HttpStatusCode.NotFound)]
    public async Task A_query_that_cannot_be_read_is_refused_with_a_code(string address, HttpStatusCode status)
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();

        using var answer = await owner.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.NotFound ? "not_found" : "validation_failed", await ProblemAnswer.Code(answer));
    }

    [Theory]
    [InlineData("GET", "/api/v1/patients?limit=many", "", "limit")]
    [InlineData("GET", "/api/v1/audit?user=me", "", "user")]
    [InlineData("PUT", "/api/v1/settings/policies?clinicId=x", "{}", "clinicId")]
    [InlineData("POST", "/api/v1/blocks", """{ "start": 17 }""", "start")]
    [InlineData("POST", "/api/v1/settings/clinics", """{ "slug": {} }""", "slug")]
    [InlineData("POST", "/api/v1/settings/clinics", """{ "name": "a\u0000b" }""", "name")]
    [InlineData("POST", "/api/v1/appointments", """{ "patientKind": "old" }""", "patientKind")]
    [InlineData("POST", "/api/v1/appointments", """{ "patient": { "firstName": [] } }""", "patient.firstName")]
    [InlineData("PUT", "/api/v1/settings/clinics/01900000-0000-7000-8000-00000000dead/hours", """{ "weekly": [{ "day": "someday" }] }""", "weekly[0].day")]
    [InlineData("PATCH", "/api/v1/appointments/01900000-0000-7000-8000-00000000dead", """{ "start": "2026-12-01T09:00:00-05:00", "durationMinutes": "long" }""", "durationMinutes")]
    [InlineData("PATCH", "/api/v1/appointments/01900000-0000-7000-8000-00000000dead", """{ "durationMinutes": 0 }""", "durationMinutes")]
    [InlineData("POST", "/api/v1/clinics/harbor-dermatology/holds/01900000-0000-7000-8000-00000000dead/extend", "{}", "token")]
    [InlineData("POST", "/api/v1/clinics/harbor-dermatology/holds/01900000-0000-7000-8000-00000000dead/extend", """{ "token": 5 }""", "token")]
    [InlineData("PATCH", "/api/v1/settings/clinics/01900000-0000-7000-8000-00000000dead", "{", null)]
    [InlineData("POST", "/api/v1/appointments", "{", null)]
    [InlineData("POST", "/api/v1/appointments", "[]", null)]
    public async Task A_field_that_is_at_fault_is_named_and_nothing_of_what_was_sent_is_repeated(string method, string address, string body, string? field)
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();
        owner.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"1\"");

        // The owner's own token would be taken for that of a hold.
        owner.DefaultRequestHeaders.Authorization = address.Contains("/holds/", StringComparison.Ordinal) ? null : owner.DefaultRequestHeaders.Authorization;
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json") };

        using var answer = await owner.SendAsync(request);

        Assert.Equal("validation_failed", await ProblemAnswer.Code(answer));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("someday", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The field", text, StringComparison.Ordinal);
        var problem = System.Text.Json.JsonDocument.Parse(text).RootElement;
        Assert.Equal(field is null ? [] : [field], problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(error => error.Name) : []);
        Assert.All(problem.TryGetProperty("errors", out errors) ? errors.EnumerateObject().SelectMany(error => error.Value.EnumerateArray()) : [], message => Assert.Matches("^[A-Z].* .*[.]$", message.GetString()));
    }

    [Theory]
    [InlineData("/nothing/here", "text/html", 404, "text/html")]
    [InlineData("/nothing/here", "*/*", 404, "text/html")]
    [InlineData("/nothing/here", null, 404, "text/html")]
    [InlineData("/nothing/here", "application/json", 404, "application/problem+json")]
    [InlineData("/nothing/here.png", "image/png", 404, "application/problem+json")]
    [InlineData("/nothing/here.css", "text/css,*/*;q=0.1", 404, "application/problem+json")]
    [InlineData("/harbor-dermatology?lang=%00", "text/html", 400, "text/html")]
    [InlineData("/harbor-dermatology?lang=%00", "application/json", 400, "application/problem+json")]
    [InlineData("/m/%ff", "*/*", 404, "text/html")]
    [InlineData("/api/v1/nothing?x=%00", "text/html", 400, "application/problem+json")]
    [InlineData("/api/v1/nothing", "text/html", 404, "application/problem+json")]
    [InlineData("/api/v1/clinics?limit=many", "text/html", 400, "application/problem+json")]
    public async Task No_refusal_is_an_empty_page(string address, string? accept, int status, string kind)
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await client.SendAsync(request);

        Assert.Equal((status, kind), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    private static Task<ClinicServer> Started(string environment) => environment == "Development"
        ? ClinicServer.Start()
        : ClinicServer.Start(with: ["environment=Production", "App:PublicUrl=https://book.example.org", "Sms:Provider=None", "Mail:Provider=None", "Payments:Provider=None"]);

    private static async Task<HttpResponseMessage> Send(HttpClient client, ApiRoute route, string body, string? parameter = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Fill(name => parameter ?? (name == "slug" ? "harbor-dermatology" : "01900000-0000-7000-8000-00000000dead")));
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Content = route.Method is "GET" or "DELETE" ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await client.SendAsync(request);
    }

    private static async Task Note(List<string> wrong, string what, HttpResponseMessage answer, bool mayPass)
    {
        var status = (int)answer.StatusCode;

        if (status < 400 ? !mayPass : status >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            wrong.Add($"{what}: {status} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
