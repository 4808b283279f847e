using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DermSchedule.Kernel;

/// <summary>An ISO 4217 currency; only those whose minor digits we know.</summary>
public readonly record struct Currency(string Code)
{
    public static readonly Currency Usd = new("USD");

    /// <summary>Digits behind the point: 2 for most, 0 for JPY. Comes from the currency, never from "100".</summary>
    public int MinorDigits => Code switch
    {
        "USD" or "CAD" or "EUR" or "GBP" or "MXN" => 2,
        "JPY" => 0,
        _ => throw new InvalidOperationException("Unknown currency."),
    };

    public static bool IsKnown(string? code) => code is "USD" or "CAD" or "EUR" or "GBP" or "MXN" or "JPY";

    public override string ToString() => Code;
}

/// <summary>An amount in integer minor units (domain.md 9). Adding two currencies is a bug and throws.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(long Minor, Currency Currency)
{
    public static Money Usd(long minor) => new(minor, Currency.Usd);

    public static Money operator +(Money left, Money right) => new(left.Minor + right.In(left.Currency), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Minor - right.In(left.Currency), left.Currency);

    /// <summary>Parts that sum to the whole; the first ones get the remainder.</summary>
    public IReadOnlyList<Money> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (share, rest) = Math.DivRem(Minor, parts);
        var currency = Currency;
        return [.. Enumerable.Range(0, parts).Select(i => new Money(share + (i < Math.Abs(rest) ? Math.Sign(rest) : 0), currency))];
    }

    /// <summary>As people write it in the culture of <paramref name="format"/>: <c>$50.00</c>.</summary>
    public string Display(CultureInfo format)
    {
        var digits = Currency.MinorDigits;
        var number = (Minor / (decimal)Math.Pow(10, digits)).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), format);
        return Currency.Code == "USD" ? "$" + number : number + " " + Currency.Code;
    }

    public override string ToString() => Minor.ToString(CultureInfo.InvariantCulture) + " " + Currency.Code;

    private long In(Currency currency) => Currency == currency
        ? Minor
        : throw new InvalidOperationException($"Cannot mix {Currency} with {currency}.");
}

/// <summary><c>{ "amount": 5000, "currency": "USD" }</c> (api.md).</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private sealed record Wire(long? Amount, string? Currency);

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return Wired(ref reader, options) is { Amount: { } amount, Currency: { } code } && Currency.IsKnown(code)
            ? new Money(amount, new Currency(code))
            : throw new JsonException("Money is an amount in minor units and a known ISO 4217 currency.");
    }

    // Its own complaint would name a field inside; who sent it is told about the field that is money.
    private static Wire? Wired(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<Wire>(ref reader, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Minor);
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
