using System.Text.Json;
using System.Text.Json.Nodes;

namespace DermSchedule.Kernel;

/// <summary>JSON merge patch (RFC 7396): what is not named stays, <c>null</c> clears, objects are merged, lists are replaced.</summary>
public static class MergePatch
{
    /// <summary>What <paramref name="current"/> becomes; or which field of the patch has a value of the wrong kind.</summary>
    public static Result<T> Apply<T>(T current, JsonElement patch)
        where T : class
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            return Refusals.ValidationFailed.Saying("Send an object with the fields that change.");
        }

        try
        {
            var merged = Merge(JsonSerializer.SerializeToNode(current, KernelJson.Options), JsonObject.Create(patch));
            return merged.Deserialize<T>(KernelJson.Options)!;
        }
        catch (JsonException wrong)
        {
            return Refusals.Field(wrong.Path is { } path ? path.TrimStart('$', '.') : "", "This has the wrong type.");
        }
        catch (ArgumentException)
        {
            // The same member twice: which of them is meant, nobody can say.
            return Refusals.ValidationFailed.Saying("Name each field once.");
        }
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var merged = target as JsonObject ?? [];

        foreach (var (name, value) in changes)
        {
            merged[name] = Merge(merged[name], value);
        }

        return merged;
    }
}
