using System.Text.Json;
using System.Text.Json.Nodes;
using DermSchedule.Web.Hosting.Contract;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Contract;

/// <summary>
/// The contract as it was agreed on lies in <c>docs/openapi.v1.json</c>. A change of it is a change of that file: run this test with
/// <c>UPDATE_CONTRACT=1</c> and read the difference.
/// </summary>
public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task The_server_describes_the_agreed_contract()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        var file = Path.Combine(Repository.Root, "docs", "openapi.v1.json");

        var actual = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Indented) + "\n";

        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") == "1")
        {
            await File.WriteAllTextAsync(file, actual);
        }

        Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == actual, "docs/openapi.v1.json differs from what the server describes. See the comment of this test.");
    }

    [Fact]
    public async Task Every_call_says_what_it_is_for_and_what_it_answers()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var contract = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;

        Assert.StartsWith("3.1.", (string)contract["openapi"]!, StringComparison.Ordinal);
        var calls = contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => (Name: $"{call.Key} {path.Key}", Call: call.Value!))).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.False(string.IsNullOrEmpty((string?)call.Call["operationId"]), call.Name));
        Assert.All(calls, call => Assert.False(string.IsNullOrEmpty((string?)call.Call["summary"]), call.Name));
        Assert.All(calls, call => Assert.Contains(call.Call["responses"]!.AsObject(), answer => answer.Key.StartsWith('2')));
        var names = calls.Select(call => (string)call.Call["operationId"]!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Examples.Names.Where(name => name != "AdvanceDemoClock"), name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task The_page_of_the_contract_opens()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var page = await client.GetStringAsync("/docs/");

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
    }
}
