using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>What HTTP itself gets wrong or asks for: methods, media types, sizes, keys.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public async Task A_method_nobody_takes_is_405_and_names_those_that_are_taken()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        using var answer = await client.PutAsync("/api/v1/clinics", content: null);

        Assert.Equal("method_not_allowed", await ProblemAnswer.Code(answer));
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/demo")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/clinics/demo")]
    [InlineData("/css/tokens.css")]
    public async Task What_can_be_read_answers_HEAD_with_the_headers_alone(string path)
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        using var head = new HttpRequestMessage(HttpMethod.Head, path);

        using var full = await client.GetAsync(path);
        using var answer = await client.SendAsync(head);

        Assert.Equal(full.StatusCode, answer.StatusCode);
        Assert.Equal(full.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_body_of_another_kind_is_415()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        using var form = new StringContent("email=a", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/api/v1/auth/token", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("unsupported_media", await ProblemAnswer.Code(answer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_413(bool withKey)
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/token") { Content = JsonContent.Create(new { email = new string('a', 70_000), password = "x" }) };

        if (withKey)
        {
            request.Headers.Add("Idempotency-Key", "one");
        }

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("payload_too_large", await ProblemAnswer.Code(answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("tab\there")]
    [InlineData(256)]
    public async Task A_key_that_is_none_is_refused(object key)
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/token") { Content = JsonContent.Create(new { email = "a@b.example", password = "x" }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key as string ?? new string('k', (int)key));

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("validation_failed", await ProblemAnswer.Code(answer));
    }

    [Fact]
    public async Task Fields_are_named_by_their_path_in_what_was_sent()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        using var answer = await client.PostAsJsonAsync("/api/v1/auth/token", new { });

        Assert.Equal("validation_failed", await ProblemAnswer.Code(answer));
        var errors = await ProblemAnswer.Errors(answer);
        Assert.True(errors.TryGetProperty("email", out _));
        Assert.True(errors.TryGetProperty("password", out _));
    }

    [Fact]
    public async Task A_header_of_ten_megabytes_ends_the_connection_and_not_the_server()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var status = await FirstLine(client.BaseAddress!, "GET /api/v1/clinics HTTP/1.1\r\nHost: x\r\nX-Long: " + new string('a', 10_000_000) + "\r\n\r\n");

        Assert.True(status is null || status.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), status);
        using var after = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("GET /api/v1/clinics\0 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /api/v1/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/v1/clinics HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n")]
    public async Task What_is_no_HTTP_is_refused(string request)
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var status = await FirstLine(client.BaseAddress!, request);

        Assert.StartsWith("HTTP/1.1 4", status, StringComparison.Ordinal);
    }

    private static async Task<string?> FirstLine(Uri server, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port);
        await using var stream = connection.GetStream();

        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            // The server hung up while we were still sending.
            return null;
        }
    }
}
