using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Kernel;

/// <summary>JSON as api.md writes it: camelCase, snake_case enum words, RFC 3339 instants with an offset, ISO dates and times.</summary>
public static class KernelJson
{
    /// <summary>For what we store ourselves; the host applies the same with <see cref="Apply"/>.</summary>
    public static readonly JsonSerializerOptions Options = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso, "a date as yyyy-MM-dd"));
        options.Converters.Add(new PatternConverter<LocalDateTime>(LocalDateTimePattern.GeneralIso, "a local time as yyyy-MM-ddTHH:mm:ss"));
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm"), "a time as HH:mm"));
        options.Converters.Add(new PatternConverter<OffsetDateTime>(OffsetDateTimePattern.Rfc3339, "an RFC 3339 instant with offset"));
        options.Converters.Add(new InstantConverter());
        return options;
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern, string meaning) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && pattern.Parse(reader.GetString()!) is { Success: true } parsed
                ? parsed.Value
                : throw new JsonException($"Expected {meaning}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }

    /// <summary>Reads any offset; writes UTC. Answers use <see cref="OffsetDateTime"/> in the clinic's zone instead.</summary>
    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Instants.TryRead(reader.GetString()!, out var instant)
                ? instant
                : throw new JsonException("Expected an RFC 3339 instant with offset.");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(OffsetDateTimePattern.Rfc3339.Format(value.WithOffset(Offset.Zero)));
    }
}
