using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>A POST that is repeated with its key happens once (api.md).</summary>
public sealed class IdempotencyKeyTests
{
    [Theory, EveryDatabase]
    public async Task Ten_repeats_at_once_add_one_patient_and_get_one_answer(Engine engine)
    {
        await using var server = await ClinicServer.Start(engine);
        using var owner = await server.Owner();

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var answer = await Add(owner, "key-1", "Rosa");
            Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, answer.StatusCode.ToString());
            return answer.StatusCode == HttpStatusCode.Created ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() : null;
        }));

        Assert.Single(ids.OfType<string>().Distinct(StringComparer.Ordinal));
        var found = await owner.GetFromJsonAsync<JsonElement>("/api/v1/patients?q=Rosa");
        Assert.Equal(1, found.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();
        using var first = await Add(owner, "key-2", "Rosa");

        using var second = await Add(owner, "key-2", "Bela");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("idempotency_mismatch", await ProblemAnswer.Code(second));
    }

    [Fact]
    public async Task A_refusal_may_be_tried_again_with_the_same_key()
    {
        await using var server = await ClinicServer.Start();
        using var owner = await server.Owner();
        using var refused = await Add(owner, "key-3", "");

        using var accepted = await Add(owner, "key-3", "Rosa");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
    }

    private static async Task<HttpResponseMessage> Add(HttpClient owner, string key, string firstName)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/patients")
        {
            Content = JsonContent.Create(new { firstName, lastName = "Klein", dateOfBirth = "1980-04-01", phone = "+12125550147" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await owner.SendAsync(request);
    }
}
