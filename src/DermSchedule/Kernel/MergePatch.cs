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
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text at all (RFC 8259 8.2).
            return Refusals.ValidationFailed.Saying("Send text as valid Unicode.");
        }
        catch (ArgumentException)
        {
            // The same member twice: which of them is meant, nobody can say.
            return Refusals.ValidationFailed.Saying("Name each field once.");
        }
    }

    /// <summary>For a <c>PUT</c> that takes the whole object: every member that <paramref name="example"/> has must be named, or nothing is read.</summary>
    /// <param name="example">Has every member, and the value of those that may be left out.</param>
    /// <param name="sent">By the client.</param>
    /// <param name="optional">Members on the top that came later: a client that does not know them leaves them out.</param>
    public static Result<T> Whole<T>(T example, JsonElement sent, params IReadOnlyList<string> optional)
        where T : class
    {
        var missing = new FieldErrors();
        RequireMembers(JsonSerializer.SerializeToElement(example, KernelJson.Options), sent, "", optional, missing);
        return missing.Found is { } refusal ? refusal : Apply(example, sent);
    }

    private static void RequireMembers(JsonElement whole, JsonElement sent, string path, IReadOnlyList<string> optional, FieldErrors missing)
    {
        if (whole.ValueKind != JsonValueKind.Object || sent.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in whole.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            var named = sent.TryGetProperty(member.Name, out var value);
            var there = named && value.ValueKind != JsonValueKind.Null;
            missing.AddWhen(!there && (named || !optional.Contains(member.Name, StringComparer.Ordinal)), path + member.Name, "This is missing: send the whole object.");

            if (there)
            {
                RequireMembers(member.Value, value, $"{path}{member.Name}.", [], missing);
            }
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
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = Merge(merged[name], value);
            }
        }

        return merged;
    }
}

/// <summary>Endpoint metadata: the body is the whole object, but for members that came later and may be left out.</summary>
public sealed record WholeBody(IReadOnlyList<string> MayBeLeftOut);
