using System.Text.Json;
using Xunit;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>What a refused call must look like, whoever refused it.</summary>
internal static class ProblemAnswer
{
    /// <summary>The code, after checking that the answer is a whole problem document.</summary>
    public static async Task<string> Code(HttpResponseMessage response, string what = "")
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what} answered {(int)response.StatusCode} {response.Content.Headers.ContentType}: {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        var code = problem.GetProperty("code").GetString()!;
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal("/problems/" + code, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return code;
    }

    public static async Task<JsonElement> Errors(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
}
