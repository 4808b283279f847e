using System.Net;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Http;

/// <summary>One address cannot call without end, and is told how long to wait.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Looking_for_visits_is_limited_to_a_handful()
    {
        await using var server = await ClinicServer.Start(with: "RateLimits:Enabled=true");
        using var client = server.CreateClient();
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 11; i++)
        {
            using var answer = await client.PostAsync("/api/v1/clinics/none/find-visit", content: null);
            answers.Add(answer.StatusCode);

            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal("too_many_requests", await ProblemAnswer.Code(answer));
                Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            }
        }

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Load_tests_switch_the_limits_off()
    {
        await using var server = await ClinicServer.Start(with: "RateLimits:Enabled=false");
        using var client = server.CreateClient();

        for (var i = 0; i < 30; i++)
        {
            using var answer = await client.PostAsync("/api/v1/clinics/none/find-visit", content: null);

            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }
}
