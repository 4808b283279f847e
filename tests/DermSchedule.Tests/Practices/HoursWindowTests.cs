using System.Text.Json;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class HoursWindowTests
{
    [Theory]
    [InlineData("09:00", "17:00", 540, 1020, 480)]
    [InlineData("00:00", "24:00", 0, 1440, 1440)]
    [InlineData("22:00", "06:00", 1320, 360, 480)]
    [InlineData("22:00", "00:00", 1320, 0, 120)]
    public void A_window_keeps_its_wall_times(string start, string end, int from, int to, int length)
    {
        var stored = new HoursWindow { Day = IsoDayOfWeek.Monday, Start = start, End = end }.Stored();

        Assert.Equal((from, to, length), (stored.Start, stored.End, stored.Minutes));
        Assert.Equal((start, end), (HoursWindow.Of(stored).Start, HoursWindow.Of(stored).End));
    }

    [Theory]
    [InlineData("9:00", "17:00")]
    [InlineData("24:00", "02:00")]
    [InlineData("09:60", "17:00")]
    [InlineData("09:00", "24:01")]
    [InlineData("09:00", null)]
    [InlineData("09:00\n", "17:00")]
    public void What_is_no_wall_time_is_refused(string? start, string? end) =>
        Assert.True(new FieldErrors().Attributes(new HoursWindow { Day = IsoDayOfWeek.Monday, Start = start, End = end }).Any);

    [Fact]
    public void A_plain_window_is_written_with_its_three_members_only()
    {
        var json = JsonSerializer.Serialize(new HoursWindow { Day = IsoDayOfWeek.Monday, Start = "09:00", End = "17:00" }, KernelJson.Options);

        Assert.Equal("""{"day":"monday","start":"09:00","end":"17:00"}""", json);
    }

    [Fact]
    public void What_a_window_is_kept_for_comes_back_as_it_was_sent()
    {
        const string Sent = """{"day":"friday","start":"09:00","end":"12:00","category":"medical","patientKind":"new","access":true,"releaseHours":48}""";
        var stored = JsonSerializer.Deserialize<HoursWindow>(Sent, KernelJson.Options)!.Stored();

        Assert.Equal(new KeptFor(stored.Kept!.AppointmentTypeIds, Category.Medical, PatientKind.New, true, 48), stored.Kept);
        Assert.Equal(Sent, JsonSerializer.Serialize(HoursWindow.Of(stored), KernelJson.Options));
    }

    [Fact]
    public void Day_missing_or_none_is_named()
    {
        var errors = new FieldErrors();
        HoursWindows.CheckDays([new HoursWindow { Start = "09:00", End = "10:00" }, new HoursWindow { Day = IsoDayOfWeek.None, Start = "09:00", End = "10:00" }], "weekly", errors);

        Assert.Equal(["weekly[0].day", "weekly[1].day"], errors.Fields());
    }
}
