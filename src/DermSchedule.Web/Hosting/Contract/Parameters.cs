using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DermSchedule.Web.Hosting.Contract;

/// <summary>What stands in addresses, queries and headers: its name as it is written, its shape, and what it means.</summary>
internal static partial class Parameters
{
    private const string Date = "date";

    /// <summary>By name, or by use case and name where one name means several things; the format where it is text.</summary>
    private static readonly Dictionary<string, (string Words, string? Format)> Known = new(StringComparer.Ordinal)
    {
        ["slug"] = ("The clinic's word in addresses.", null),
        ["fileId"] = ("The picture.", "uuid"),
        ["expires"] = ("When a signed address ends, in seconds since 1970; with `signature`.", null),
        ["signature"] = ("Of a signed address: it opens for the caller who was given it.", null),
        ["exceptionId"] = ("The exception.", "uuid"),
        ["replan"] = ("True retires it in spite of visits ahead: they stay and are listed for a replan.", null),
        ["limit"] = ("How many items at most, 1 to 200.", null),
        ["cursor"] = ("`nextCursor` of the page before.", null),
        ["If-Match"] = ("The `ETag` of what was read: a change in between is refused.", null),
        ["clinicId"] = ("The clinic.", "uuid"),
        ["clinic"] = ("The clinic's slug; absent means all the caller's clinics.", null),
        ["providerId"] = ("Only this provider; absent means any.", "uuid"),
        ["patientId"] = ("Only what concerns this patient.", "uuid"),
        ["appointmentTypeId"] = ("The appointment type.", "uuid"),
        ["from"] = ("First day, inclusive, in the clinic's zone.", Date),
        ["to"] = ("Last day, inclusive, in the clinic's zone.", Date),
        ["date"] = ("The local day.", Date),
        ["status"] = ("Only visits in this status.", null),
        ["q"] = ("The beginning of names, a phone, an e-mail or a birth date; all of it must fit.", null),
        ["category"] = ("`medical` or `cosmetic`; absent means both.", null),
        ["patientKind"] = ("`new` or `established`; absent means new, whose visit may be longer.", null),
        ["user"] = ("Only what this user did.", "uuid"),
        ["entityId"] = ("Only what concerns this record, whatever it is.", "uuid"),
        ["format"] = ("`csv` or `ndjson`, which is the usual.", null),
        ["token"] = ("The visit's manage token, for a calendar that sends no header.", null),
        ["ListAudit.from"] = ("Not before this RFC 3339 instant, or UTC day.", null),
        ["ListAudit.to"] = ("Before this RFC 3339 instant, or to the end of this UTC day.", null),
        ["ExportAudit.from"] = ("Not before this RFC 3339 instant, or UTC day.", null),
        ["ExportAudit.to"] = ("Before this RFC 3339 instant, or to the end of this UTC day.", null),
        ["FindSlots.from"] = ("First day on which a visit may start, in the clinic's zone.", Date),
        ["FindSlots.to"] = ("Last such day, inclusive, at most 92 days in all.", Date),
        ["ListOfferedProviders.appointmentTypeId"] = ("Only who performs this type; absent means everybody.", "uuid"),
        ["ReadPolicies.clinicId"] = ("The clinic whose policies are in force; absent means the practice's own.", "uuid"),
        ["ReplacePolicies.clinicId"] = ("The clinic that gets policies of its own; absent means the practice's, for every clinic without any.", "uuid"),
    };

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, string useCase)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var wanted = context.Description.ParameterDescriptions.FirstOrDefault(known => string.Equals(known.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

            if (parameter.In == ParameterLocation.Query)
            {
                // Records bind by the names of their properties; what people write is the contract's.
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            }

            var (words, format) = Known.TryGetValue($"{useCase}.{parameter.Name}", out var own) || Known.TryGetValue(parameter.Name!, out own)
                ? own
                : (parameter.Name is "id" ? Record(context.Description.RelativePath) : null, null);
            parameter.Description ??= words;
            Shape(parameter, format, isId: wanted?.ParameterDescriptor?.ParameterType is { } type && WireTypes.IsId(WireTypes.Plain(type)));
        }
    }

    /// <summary>An id in an address is read from text, and so is a date: which is all the generator sees.</summary>
    private static void Shape(OpenApiParameter parameter, string? format, bool isId)
    {
        if (parameter.Schema is not OpenApiSchema schema || (schema.Type ?? JsonSchemaType.String) == JsonSchemaType.String)
        {
            var text = parameter.Schema as OpenApiSchema ?? new OpenApiSchema();
            (text.Type, text.Format) = (JsonSchemaType.String, isId ? "uuid" : format ?? text.Format);
            parameter.Schema = text;
        }
        else
        {
            WireTypes.Number(schema);
        }
    }

    /// <summary>The record before the id in the path: <c>settings/appointment-types/{id}</c> is an appointment type.</summary>
    private static string? Record(string? path) => path is not null && BeforeId().Match(path) is { Success: true } match
        ? $"The {match.Groups["record"].Value.Replace('-', ' ').TrimEnd('s')}."
        : null;

    [GeneratedRegex("(?<record>[a-z-]+)/\\{id", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeId();
}
