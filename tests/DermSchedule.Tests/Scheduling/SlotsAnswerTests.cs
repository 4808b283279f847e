using System.Buffers;
using System.Text;
using System.Text.Json;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>The hand-written answer against the serializer, which knows nothing of it.</summary>
public sealed class SlotsAnswerTests
{
    private static readonly JsonSerializerOptions Plain = new(KernelJson.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_answer_is_what_the_serializer_would_write() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true), Prop.ForAll(AvailabilityWorlds.Numbers, number =>
    {
        var (world, first) = AvailabilityWorlds.Make(number);
        var days = Availability.Find(world.Plan(), new AvailabilityQuestion(first, first.PlusDays(2), world.Now) { Staff = world.Staff }, world.Rows(), world.Visits);
        var found = new FindSlots.Found(world.Clinic.TimeZone, world.Clock, days);
        var shape = new SlotsAnswer.Shape(
            found.TimeZone,
            [.. days.Select(day => new SlotsAnswer.ShapeDay(day.Date, [.. day.Slots.Select(slot => SlotOnTheWire.Of(slot, world.Clock))]))],
            found.FirstAvailable is { } slot ? SlotOnTheWire.Of(slot, world.Clock) : null);

        return Write(found) == JsonSerializer.Serialize(shape, Plain);
    }));

    [Theory]
    [InlineData("UTC", "2027-01-04T09:00:00Z")]
    [InlineData("America/New_York", "2027-01-04T09:00:00-05:00")]
    [InlineData("Australia/Lord_Howe", "2027-01-04T09:00:00+11:00")]
    [InlineData("Asia/Kathmandu", "2027-01-04T09:00:00+05:45")]
    public void A_time_carries_the_clinics_offset(string zone, string expected)
    {
        var world = new AvailabilityWorld(zone);
        world.Works(world.Johnson, "09:00", "09:30");

        var answer = Write(new FindSlots.Found(zone, world.Clock, world.Find("2027-01-04", "2027-01-04")));

        Assert.Contains($"\"start\":\"{expected}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_free_is_an_empty_list_and_no_first_time()
    {
        var answer = Write(new FindSlots.Found("America/New_York", ClinicClock.In("America/New_York"), []));

        Assert.Equal("""{"timeZone":"America/New_York","days":[],"firstAvailable":null}""", answer);
    }

    private static string Write(FindSlots.Found found)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, SlotsAnswer.Plain))
        {
            new SlotsAnswer(found).Write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
