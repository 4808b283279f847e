using System.Text.Json;
using System.Text.Json.Serialization;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting;

/// <summary>How JSON of the API is read and written. What we read ourselves from the database is not this strict.</summary>
internal static class Wire
{
    private const int DeepestNesting = 16;

    public static void AddWire(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options =>
    {
        var json = KernelJson.Apply(options.SerializerOptions);
        json.MaxDepth = DeepestNesting;

        // Two members of one name: which one a reader takes differs, and that difference is an attack.
        json.AllowDuplicateProperties = false;
        json.Converters.Add(new SentText());
    });

    /// <summary>A text with a NUL is never meant well, and PostgreSQL cannot store one; half a surrogate pair is no text at all.</summary>
    private sealed class SentText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException("Expected a text.");
            }

            var text = reader.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A text cannot hold a NUL character.") : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
