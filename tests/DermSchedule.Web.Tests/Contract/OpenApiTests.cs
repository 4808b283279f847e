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
        var rooms = calls.SelectMany(call => call.Call["tags"]!.AsArray()).Select(room => (string)room!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(rooms, contract["tags"]!.AsArray().Select(room => (string)room!["name"]!));
        Assert.All(Examples.Names.Where(name => name != "AdvanceDemoClock"), name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task Every_body_has_a_shape_and_an_example_that_fits_it()
    {
        var contract = await Contract();
        var complaints = new List<string>();

        foreach (var (name, call) in Calls(contract))
        {
            foreach (var (kind, media) in call["requestBody"]?["content"]?.AsObject() ?? [])
            {
                var shape = Shape(contract, media!["schema"]);
                complaints.AddRange(shape is not { Count: > 0 } || shape["properties"] is null ? [$"{name} {kind}: no shape"] : []);
                complaints.AddRange(media["example"] is null ? [$"{name} {kind}: no example"] : Strangers(contract, shape, media["example"], $"{name} {kind}"));
            }

            foreach (var (status, answer) in call["responses"]!.AsObject())
            {
                foreach (var media in answer!["content"]?.AsObject().Select(content => content.Value!).Where(media => media["example"] is not null) ?? [])
                {
                    complaints.AddRange(Strangers(contract, Shape(contract, media["schema"]), media["example"], $"{name} {status}"));
                }
            }
        }

        Complaints.None(complaints);
    }

    [Fact]
    public async Task Every_parameter_says_what_it_is_and_every_list_what_it_holds()
    {
        var contract = await Contract();
        var parameters =
            from call in Calls(contract)
            from parameter in call.Call["parameters"]?.AsArray() ?? []
            let place = $"{call.Name}: {parameter["in"]} {parameter["name"]}"
            let shape = Shape(contract, parameter["schema"])
            from complaint in new[]
            {
                string.IsNullOrWhiteSpace((string?)parameter["description"]) ? "no description" : null,
                shape?["type"] is null && shape?["enum"] is null ? "no type" : null,
                (string)parameter["in"]! is "query" && char.IsUpper(((string)parameter["name"]!)[0]) ? "not camelCase" : null,
            }
            where complaint is not null
            select $"{place}: {complaint}";

        Complaints.None(parameters);
        Complaints.None(Lists(contract, "contract"));
    }

    [Fact]
    public async Task The_page_of_the_contract_opens()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();

        var page = await client.GetStringAsync("/docs/");

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Contract()
    {
        await using var server = await ClinicServer.Start();
        using var client = server.CreateClient();
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
    }

    private static IEnumerable<(string Name, JsonNode Call)> Calls(JsonNode contract) =>
        contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => ($"{call.Key} {path.Key}", call.Value!)));

    /// <summary>What a schema says at last: the named one behind a reference, the real one of a choice with null.</summary>
    private static JsonObject? Shape(JsonNode contract, JsonNode? schema) => schema switch
    {
        JsonObject named when named["$ref"] is { } link => Shape(contract, contract["components"]!["schemas"]![((string)link!).Split('/')[^1]]),
        JsonObject choice when choice["oneOf"] is JsonArray ways => ways.Select(way => Shape(contract, way)).FirstOrDefault(way => (string?)(way?["type"] as JsonValue)?.ToString() is not "null"),
        JsonObject plain => plain,
        _ => null,
    };

    /// <summary>Members of an example that its shape does not have, and required ones that are missing.</summary>
    private static IEnumerable<string> Strangers(JsonNode contract, JsonObject? shape, JsonNode? example, string where)
    {
        if (example is JsonArray items)
        {
            return items.SelectMany((item, index) => Strangers(contract, Shape(contract, shape?["items"]), item, $"{where}[{index}]"));
        }

        if (example is not JsonObject members || shape is null)
        {
            return [];
        }

        var missing = (shape["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name)).Select(name => $"{where}.{name}: required and missing");
        return missing.Concat(members.SelectMany(member => (shape["properties"]?[member.Key] ?? shape["additionalProperties"]) is { } inner
            ? Strangers(contract, Shape(contract, inner), member.Value, $"{where}.{member.Key}")
            : [$"{where}.{member.Key}: not in the shape"]));
    }

    private static IEnumerable<string> Lists(JsonNode? node, string where) => node switch
    {
        JsonObject shape => (shape["type"] is { } type && type.ToJsonString().Contains("\"array\"", StringComparison.Ordinal) && shape["items"] is null ? [where] : Array.Empty<string>())
            .Concat(shape.Where(member => member.Key is not "example").SelectMany(member => Lists(member.Value, $"{where}/{member.Key}"))),
        JsonArray many => many.SelectMany((item, index) => Lists(item, $"{where}/{index}")),
        _ => [],
    };
}
