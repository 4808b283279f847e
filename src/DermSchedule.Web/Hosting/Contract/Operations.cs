using System.Globalization;
using System.Reflection;
using DermSchedule.Kernel;
using DermSchedule.Web.Hosting.Guards;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>What the contract says of each call beyond its shapes: what it is for, who may call it, every way to be told no, an example.</summary>
internal static class Operations
{
    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var name = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
        operation.OperationId = name;
        operation.Tags = new HashSet<OpenApiTagReference> { new(Room(metadata), context.Document) };
        Parameters.Describe(operation, context, name ?? "");
        Uploads.Describe(operation, context);
        Tell(operation, name);
        Secure(operation, metadata.OfType<Access>().LastOrDefault(), context.Document!);
        Refuse(operation, [.. metadata.OfType<RefusedWith>().Select(refused => refused.Refusal)]);

        if (string.Equals(context.Description.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = IdempotencyKeys.Header,
                In = ParameterLocation.Header,
                Description = "Repeats of the same call with the same key have one effect and get the same answer, for 24 hours.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKeys.LongestKey },
            });
        }

        if (name is not null)
        {
            await Bodies.Describe(operation, context, name, ct);
            Examples.Show(operation, name);
        }
    }

    /// <summary>Calls stand together by the room they belong to: the last word of the namespace below <c>DermSchedule</c>.</summary>
    private static string Room(IList<object> metadata) =>
        metadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType?.Namespace?.Split('.') is ["DermSchedule", var room, ..] ? room : "Other";

    private static void Tell(OpenApiOperation operation, string? name)
    {
        if (name is not null && UseCaseWords.Of(name) is { } words)
        {
            operation.Description = words;
            operation.Summary = words.Split(". ", 2)[0].TrimEnd('.');
        }
    }

    private static void Secure(OpenApiOperation operation, Access? access, OpenApiDocument document)
    {
        if (access is null || access.Anyone)
        {
            return;
        }

        string[] schemes = [.. access.Patient ? [OpenApiContract.VisitLink] : Array.Empty<string>(), .. access.Roles.Count > 0 ? [OpenApiContract.AccessToken, OpenApiContract.ApiKey] : Array.Empty<string>()];
        operation.Security = [.. schemes.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];

        if (access.Roles.Count > 0)
        {
            operation.Description = $"{operation.Description}\n\nRoles: {string.Join(", ", access.Roles.Select(Words.Of))}.".TrimStart();
        }

        AddRefusal(operation, Refusals.Unauthenticated);
        AddRefusal(operation, Refusals.Forbidden);
    }

    private static void Refuse(OpenApiOperation operation, IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            AddRefusal(operation, refusal);
        }
    }

    private static void AddRefusal(OpenApiOperation operation, Refusal refusal)
    {
        var responses = operation.Responses ??= [];
        var status = refusal.Kind.Status().ToString(CultureInfo.InvariantCulture);
        var line = $"`{refusal.Code}`: {refusal.Detail}";

        if (!responses.TryGetValue(status, out var known))
        {
            responses[status] = new OpenApiResponse { Description = line };
        }
        else if (known.Description?.Contains($"`{refusal.Code}`", StringComparison.Ordinal) != true)
        {
            // The framework's own description only repeats the status in words.
            known.Description = known.Description?.StartsWith('`') == true ? known.Description + "\n\n" + line : line;
        }
    }
}
