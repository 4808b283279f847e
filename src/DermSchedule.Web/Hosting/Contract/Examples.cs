using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>Examples of the main calls, as a reader would send and get them: <c>Examples.json</c>, by name of the use case.</summary>
internal static class Examples
{
    private static readonly JsonObject All = Load();

    /// <summary>The use cases that have one.</summary>
    public static IEnumerable<string> Names => All.Select(example => example.Key);

    public static void Show(OpenApiOperation operation, string name)
    {
        if (All[name] is not JsonObject example)
        {
            return;
        }

        if (example["request"] is { } request)
        {
            Put(operation.RequestBody?.Content, request);
        }

        if (example["answer"] is { } answer)
        {
            Put(operation.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content, answer);
        }
    }

    private static void Put(IDictionary<string, OpenApiMediaType>? content, JsonNode example)
    {
        foreach (var media in content?.Values ?? [])
        {
            media.Example = example.DeepClone();
        }
    }

    private static JsonObject Load()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("Examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
