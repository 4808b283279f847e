using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DermSchedule.Kernel;

/// <summary>
/// The identity of one <typeparamref name="TOf"/>: a UUIDv7 (RFC 9562), so that rows made one after the other lie
/// beside each other in an index. Rooms use the aliases in <c>Ids.Usings.cs</c> (<c>PatientId</c>, <c>ClinicId</c>, …);
/// a patient's id does not compile where a clinic's is wanted.
/// </summary>
[JsonConverter(typeof(IdJsonConverterFactory))]
public readonly record struct Id<TOf>(Guid Value) : IComparable<Id<TOf>>, IParsable<Id<TOf>>
{
    /// <summary>The same UUID seen as the identity of something else: a provider is also a resource that can be reserved.</summary>
    public Id<TOther> As<TOther>() => new(Value);

    public int CompareTo(Id<TOf> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");

    public static Id<TOf> Parse(string s, IFormatProvider? provider) => new(Guid.ParseExact(s, "D"));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TOf> result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new Id<TOf>(value);
        return parsed;
    }

    public static bool operator <(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) >= 0;
}

/// <summary>Writes an <see cref="Id{TOf}"/> as its UUID string; anything else in JSON is malformed input.</summary>
public sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class IdJsonConverter<TOf> : JsonConverter<Id<TOf>>
    {
        public override Id<TOf> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
                ? new Id<TOf>(value)
                : throw new JsonException("An id is a UUID string.");

        public override void Write(Utf8JsonWriter writer, Id<TOf> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override Id<TOf> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParseExact(reader.GetString(), "D", out var value) ? new Id<TOf>(value) : throw new JsonException("An id is a UUID string.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<TOf> value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
