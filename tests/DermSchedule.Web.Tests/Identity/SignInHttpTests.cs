using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace DermSchedule.Web.Tests.Identity;

/// <summary>Signing in as a program does it over HTTP.</summary>
public sealed class SignInHttpTests(TwinServer server) : IClassFixture<TwinServer>
{
    [Fact]
    public async Task Every_demo_member_signs_in_goes_on_and_signs_out()
    {
        using var client = server.CreateClient();
        var credentials = (await Json(await client.GetAsync(At("/demo/credentials")))).GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(credentials);

        foreach (var member in credentials)
        {
            using var signedIn = await client.PostAsJsonAsync(At("/auth/token"), new { email = member.GetProperty("email").GetString(), password = member.GetProperty("password").GetString() });
            var first = await Json(signedIn);
            Assert.Equal(900, first.GetProperty("expiresIn").GetInt32());
            Assert.Equal(HttpStatusCode.OK, await Reads(client, first));

            var second = await Json(await client.PostAsJsonAsync(At("/auth/refresh"), new { refreshToken = first.GetProperty("refreshToken").GetString() }));
            Assert.Equal(HttpStatusCode.OK, await Reads(client, second));

            using var revoked = await client.PostAsJsonAsync(At("/auth/revoke"), new { refreshToken = second.GetProperty("refreshToken").GetString() });
            Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, await Reads(client, second));
        }
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("""{ "email": "a@b.c" }""", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("""{ "email": 1, "password": [] }""", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("""{ "email": "a@b.c", "password": "x", "practice": "y" }""", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("""{ "email": "a@b.c", "password": "wrong password" }""", HttpStatusCode.Unauthorized, "unauthenticated")]
    [InlineData("""{ "email": "a@b.c", "password": "wrong password", "code": "123456" }""", HttpStatusCode.Unauthorized, "unauthenticated")]
    public async Task A_bad_sign_in_is_told_why(string body, HttpStatusCode status, string code)
    {
        using var client = server.CreateClient();

        using var answer = await client.PostAsync(At("/auth/token"), new StringContent(body, new MediaTypeHeaderValue("application/json")));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Signing_in_is_never_repeated_from_memory()
    {
        using var client = server.CreateClient();
        var member = (await Json(await client.GetAsync(At("/demo/credentials")))).GetProperty("items")[0];
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var body = new { email = member.GetProperty("email").GetString(), password = member.GetProperty("password").GetString() };

        var first = await Json(await client.PostAsJsonAsync(At("/auth/token"), body));
        var second = await Json(await client.PostAsJsonAsync(At("/auth/token"), body));
        var refresh = new { refreshToken = first.GetProperty("refreshToken").GetString() };
        using var once = await client.PostAsJsonAsync(At("/auth/refresh"), refresh);
        using var again = await client.PostAsJsonAsync(At("/auth/refresh"), refresh);

        Assert.NotEqual(first.GetProperty("refreshToken").GetString(), second.GetProperty("refreshToken").GetString());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], new[] { once.StatusCode, again.StatusCode });
    }

    private static async Task<HttpStatusCode> Reads(HttpClient client, JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/patients?limit=1"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static Uri At(string path) => new("/api/v1" + path, UriKind.Relative);
}
