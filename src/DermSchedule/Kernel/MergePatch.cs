using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace DermSchedule.Kernel;

/// <summary>
/// The body of a <c>PATCH</c> as a JSON Merge Patch (RFC 7396): an absent member stays, null clears, an object is merged, a list is replaced.
/// It is applied to the whole stored object, so a change meets the same rules as a creation.
/// </summary>
/// <typeparam name="T">The request of the creation.</typeparam>
public sealed class MergePatch<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private readonly JsonObject? members;

    private MergePatch(JsonObject? members) => this.members = members;

    /// <summary>The patch in this text; one that is no JSON object is refused when it is applied.</summary>
    public static MergePatch<T> Of(string json)
    {
        try
        {
            return new MergePatch<T>(JsonNode.Parse(json) as JsonObject);
        }
        catch (JsonException)
        {
            return new MergePatch<T>(null);
        }
    }

    public static async ValueTask<MergePatch<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        try
        {
            return new MergePatch<T>(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject);
        }
        catch (JsonException)
        {
            return new MergePatch<T>(null);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json", "application/json"], typeof(T)));

    /// <summary>The patched object, or the refusal that names the member that cannot be read.</summary>
    public Result<T> ApplyTo(T current)
    {
        if (members is null)
        {
            return Refusals.ValidationFailed;
        }

        try
        {
            var merged = Merge(JsonSerializer.SerializeToNode(current, KernelJson.Options), members);
            return merged.Deserialize<T>(KernelJson.Options)!;
        }
        catch (JsonException exception)
        {
            return exception.Path is ['$', '.', .. var path] ? Refusals.Field(path, "This is not a value of the kind that belongs here.") : Refusals.ValidationFailed;
        }
        catch (ArgumentException)
        {
            // The same member twice.
            return Refusals.ValidationFailed;
        }
    }

    /// <summary>For a <c>PUT</c> that takes the whole object: like <see cref="ApplyTo"/>, and every member that the object has must be there.</summary>
    public Result<T> Whole(T example)
    {
        var errors = new FieldErrors();

        try
        {
            if (members is not null && JsonSerializer.SerializeToNode(example, KernelJson.Options) is JsonObject whole)
            {
                RequireMembers(whole, members, "", errors);
            }
        }
        catch (ArgumentException)
        {
            return Refusals.ValidationFailed;
        }

        return errors.Refusal is { } incomplete ? incomplete : ApplyTo(example);
    }

    private static void RequireMembers(JsonObject whole, JsonObject given, string path, FieldErrors errors)
    {
        foreach (var (name, value) in whole)
        {
            var inner = given[name];

            if (value is not null && inner is null)
            {
                errors.Add(path + name, "This member is missing: send the whole object.");
            }
            else if (value is JsonObject expected && inner is JsonObject actual)
            {
                RequireMembers(expected, actual, $"{path}{name}.", errors);
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
                var before = merged[name];
                merged.Remove(name);
                merged[name] = Merge(before, value);
            }
        }

        return merged;
    }
}
