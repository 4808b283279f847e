using System.Text.Json;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>
/// Bodies that a use case reads by itself, member by member: a merge patch, or a whole object of which an old client may not know everything. The
/// generator sees any JSON; the route says what it accepts.
/// </summary>
internal static class Bodies
{
    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, string name, CancellationToken ct)
    {
        if (operation.RequestBody?.Content is not { Count: > 0 } content
            || context.Description.ParameterDescriptions.All(parameter => parameter.Type != typeof(JsonElement))
            || context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().LastOrDefault(accepts => accepts.RequestType != typeof(JsonElement))?.RequestType is not { } type)
        {
            return;
        }

        var whole = await context.GetOrCreateSchemaAsync(type, cancellationToken: ct);
        var optional = context.Description.ActionDescriptor.EndpointMetadata.OfType<WholeBody>().LastOrDefault();
        var body = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = optional is null
                ? "A merge patch (RFC 7396): what is not named stays, `null` clears, lists are replaced."
                : "The whole object as `GET` answers it. Left out and unchanged may be: " + string.Join(", ", optional.MayBeLeftOut.Select(member => $"`{member}`")) + ".",
            Properties = whole.Properties?.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal),
            Required = optional is null
                ? null
                : whole.Properties?.Where(member => !optional.MayBeLeftOut.Contains(member.Key) && member.Value.Type?.HasFlag(JsonSchemaType.Null) != true).Select(member => member.Key).ToHashSet(StringComparer.Ordinal),
        };

        var id = name + "Body";
        context.Document!.AddComponent(id, body);

        foreach (var media in content.Values)
        {
            media.Schema = new OpenApiSchemaReference(id, context.Document);
        }
    }
}
