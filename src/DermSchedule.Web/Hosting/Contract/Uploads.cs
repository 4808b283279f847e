using System.Text.Json.Nodes;
using DermSchedule.Files;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>Bodies that a route reads as a stream of files: the generator sees a request, the route says which files stand in it.</summary>
internal static class Uploads
{
    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<UploadParts>().LastOrDefault() is not { } parts)
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Description = "Pictures: JPEG, PNG, WebP or HEIC, up to 10 MB each, 50 megapixels, 12,000 pixels on a side.",
                        Properties = parts.Files.ToDictionary(file => file.Name, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, StringComparer.Ordinal),
                        Required = parts.Files.Where(file => file.Required).Select(file => file.Name).ToHashSet(StringComparer.Ordinal),
                    },
                    Example = new JsonObject(parts.Files.Select(file => KeyValuePair.Create(file.Name, (JsonNode?)"(the bytes of a picture)"))),
                },
            },
        };
    }
}
