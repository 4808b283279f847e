using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using DermSchedule.Kernel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>Types with a converter of our own, as they look on the wire; the schema generator cannot see into converters.</summary>
internal static class WireTypes
{
    private static readonly Dictionary<Type, (string? Format, string? Pattern, string Example)> Texts = new()
    {
        [typeof(Instant)] = ("date-time", null, "2026-12-01T09:00:00-05:00"),
        [typeof(OffsetDateTime)] = ("date-time", null, "2026-12-01T09:00:00-05:00"),
        [typeof(LocalDate)] = ("date", null, "2026-12-01"),
        [typeof(LocalDateTime)] = (null, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", "2026-12-01T09:00:00"),
        [typeof(LocalTime)] = (null, @"^([01]\d|2[0-3]):[0-5]\d$", "09:00"),
        [typeof(Currency)] = (null, "^[A-Z]{3}$", "USD"),
    };

    /// <summary>Written where it is used, not as a schema of its own.</summary>
    public static bool IsPlain(Type type) => Plain(type) is var plain && (IsId(plain) || Texts.ContainsKey(plain));

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Plain(context.JsonTypeInfo.Type);
        var orNull = MayBeNull(context) ? JsonSchemaType.Null : default;

        if (IsId(type))
        {
            (schema.Type, schema.Format, schema.Description) = (JsonSchemaType.String | orNull, "uuid", null);
        }
        else if (Texts.TryGetValue(type, out var text))
        {
            (schema.Type, schema.Format, schema.Pattern, schema.Examples) = (JsonSchemaType.String | orNull, text.Format, text.Pattern, [text.Example]);
        }
        else if (type == typeof(string))
        {
            schema.Type = JsonSchemaType.String | orNull;
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(Money))
        {
            Money(schema);
        }

        Number(schema);
        List(schema, context);
        schema.Description = schema.Description is { } words ? UseCaseWords.Plain(words) : null;
        return Task.CompletedTask;
    }

    /// <summary>Numbers are read from text too, out of kindness; what is promised and written is a number.</summary>
    public static void Number(OpenApiSchema schema)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        }
    }

    /// <summary>The generator leaves out what a list holds where that is no schema of its own; and a list that is required is not null.</summary>
    private static void List(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Array) != true)
        {
            return;
        }

        if (!MayBeNull(context))
        {
            schema.Type = JsonSchemaType.Array;
        }

        if (schema.Items is null && context.JsonTypeInfo.ElementType is { } element)
        {
            schema.Items = IsId(element)
                ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }
                : element == typeof(string) ? new OpenApiSchema { Type = JsonSchemaType.String } : null;
        }
    }

    private static void Money(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "Minor units (cents) and an ISO 4217 currency.";
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
        schema.Examples = [new JsonObject { ["amount"] = 5000, ["currency"] = "USD" }];
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["amount"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" },
        };
    }

    /// <summary>Request records have nullable members, so that a missing one can be named; where it is required the contract does not take null.</summary>
    private static bool MayBeNull(OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) != true
        && (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is not null || (!context.JsonTypeInfo.Type.IsValueType && context.JsonPropertyInfo is { IsGetNullable: true }));

    internal static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    internal static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
