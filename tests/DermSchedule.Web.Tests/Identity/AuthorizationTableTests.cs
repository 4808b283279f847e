using System.Net;
using System.Text.Json;
using DermSchedule.Kernel;
using Xunit;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>
/// Who may call what, as a table that people read (architecture.md 5). A route that is not in it fails, and every route is really called by everybody.
/// </summary>
public sealed class AuthorizationTableTests(TwinServer server) : IClassFixture<TwinServer>
{
    private const string NoSuchId = "01900000-0000-7000-8000-00000000dead";
    private static readonly string[] Callers = ["anonymous", "patient", .. Enum.GetValues<Role>().Select(Words.Of)];

    [Fact]
    public void The_table_lists_every_route_and_nothing_else()
    {
        var actual = string.Join('\n', server.Routes.Select(Row)) + "\n";

        Assert.True(
            Expected() == actual,
            "authorization-table.txt differs from the routes. Decide who may call each, then make it:\n" + actual);
    }

    [Fact]
    public void Every_route_has_its_row_and_none_goes_around_the_rule()
    {
        Assert.NotEmpty(server.Routes);
        Assert.All(server.Routes, route => Assert.True(route.Access is not null, $"{route.Method} {route.Template} does not say who may call it."));
        Assert.All(server.Routes, route => Assert.False(route.BypassesTheRule, $"{route.Method} {route.Template} has an authorization of its own."));
    }

    [Fact]
    public async Task Every_route_answers_everybody_as_its_row_says()
    {
        var wrong = new List<string>();

        foreach (var route in server.Routes)
        {
            foreach (var caller in Callers)
            {
                using var answer = await server.Send(route, TokenOf(caller), name => name == "slug" ? "no-such-clinic" : NoSuchId);

                if (await Complaint(route, caller, answer) is { } complaint)
                {
                    wrong.Add($"{caller}: {route.Method} {route.Template} {complaint}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Bearer k_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer m_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer k_short")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    public async Task A_token_that_opens_nothing_is_answered_like_none(string header)
    {
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var answer = await client.GetAsync(new Uri("/api/v1/settings/users", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("unauthenticated", await Code(answer));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_route_that_is_not_there_is_not_there_for_anybody()
    {
        using var client = server.CreateClient();

        using var answer = await client.GetAsync(new Uri("/api/v1/no-such-thing", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string?> Complaint(ApiRoute route, string caller, HttpResponseMessage answer)
    {
        var (status, code) = (answer.StatusCode, answer.IsSuccessStatusCode ? null : await Code(answer));

        if ((int)status >= 500)
        {
            return $"broke with {(int)status}";
        }

        if (MayCall(route.Access!, caller))
        {
            return status == HttpStatusCode.Forbidden || answer.Headers.WwwAuthenticate.Count > 0 ? $"is refused with {code}" : null;
        }

        var expected = caller == "anonymous" ? "unauthenticated" : "forbidden";
        return code == expected ? null : $"answers {(int)status} {code} instead of {expected}";
    }

    private static bool MayCall(Access access, string caller) =>
        access.Anyone || (caller == "patient" ? access.Patient : access.Roles.Any(role => Words.Of(role) == caller));

    private static string Row(ApiRoute route)
    {
        var callers = route.Access switch
        {
            null => "NOBODY SAID",
            { Anyone: true } => "anyone",
            var access => string.Join(' ', Callers.Where(caller => MayCall(access, caller))),
        };
        return $"{route.Method,-6} {route.Template} : {callers}";
    }

    private static string Expected()
    {
        using var stream = typeof(AuthorizationTableTests).Assembly.GetManifestResourceStream("authorization-table.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code)
            ? code.GetString()
            : null;
    }

    private string? TokenOf(string caller) => caller switch
    {
        "anonymous" => null,
        "patient" => server.One.PatientToken,
        _ => server.One.Tokens[Words.Read<Role>(caller)],
    };
}
