using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Writes what a search found straight into the response. A day has the same offset nearly always, so a time is some digits and no calendar
/// arithmetic; an object for each slot would cost more than the search.
/// </summary>
public sealed class SlotsAnswer(FindSlots.Found found) : IResult
{
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonEncodedText TimeZone = JsonEncodedText.Encode("timeZone");
    private static readonly JsonEncodedText Days = JsonEncodedText.Encode("days");
    private static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    private static readonly JsonEncodedText Slots = JsonEncodedText.Encode("slots");
    private static readonly JsonEncodedText FirstAvailable = JsonEncodedText.Encode("firstAvailable");

    /// <summary>The answer as the contract describes it (api.md).</summary>
    public sealed record Shape(string TimeZone, IReadOnlyList<ShapeDay> Days, SlotOnTheWire? FirstAvailable);

    public sealed record ShapeDay(LocalDate Date, IReadOnlyList<SlotOnTheWire> Slots);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, Plain))
        {
            Write(json);
        }

        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(TimeZone, found.TimeZone);
        json.WriteStartArray(Days);
        Span<byte> date = stackalloc byte[WireTime.DateLength];
        var line = new SlotLine(stackalloc byte[SlotLine.Longest]);
        foreach (var day in found.Days)
        {
            json.WriteStartObject();
            json.WriteString(Date, WireTime.Date(day.Date, date));
            json.WriteStartArray(Slots);
            foreach (var slot in day.Slots)
            {
                json.WriteRawValue(line.Of(slot, Offset(slot.StartMinute, day), Offset(slot.EndMinute, day)), skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (found.Days is [{ Slots: [var first, ..] } firstDay, ..])
        {
            json.WritePropertyName(FirstAvailable);
            json.WriteRawValue(line.Of(first, Offset(first.StartMinute, firstDay), Offset(first.EndMinute, firstDay)), skipInputValidation: true);
        }
        else
        {
            json.WriteNull(FirstAvailable);
        }

        json.WriteEndObject();
    }

    private int Offset(int minute, FreeDay day) => day.OffsetMinutes ?? found.Clock.OnTheWire(EpochMinutes.ToInstant(minute)).Offset.Seconds / 60;
}

/// <summary>A free time as the contract writes it; also an item of <c>alternatives[]</c>.</summary>
public sealed record SlotOnTheWire(OffsetDateTime Start, OffsetDateTime End, ProviderId ProviderId)
{
    public static SlotOnTheWire Of(FreeSlot slot, ClinicClock clock) => new(clock.OnTheWire(slot.StartsAt), clock.OnTheWire(slot.EndsAt), slot.ProviderId);
}
