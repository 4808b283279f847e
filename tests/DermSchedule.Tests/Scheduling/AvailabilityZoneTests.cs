using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>Weekly hours are wall times; visits are elapsed time (domain.md 2).</summary>
public sealed class AvailabilityZoneTests
{
    [Theory]
    [InlineData("America/New_York", "2027-03-13", 14)]
    [InlineData("America/New_York", "2027-03-14", 13)]
    [InlineData("America/Phoenix", "2027-03-14", 16)]
    [InlineData("Pacific/Honolulu", "2027-03-14", 19)]
    [InlineData("America/Puerto_Rico", "2027-03-14", 13)]
    public void Nine_o_clock_stays_nine_o_clock(string zone, string date, int utcHour)
    {
        var world = new AvailabilityWorld(zone);
        world.Works(world.Johnson, "09:00", "10:00");

        var slots = world.Find(date, date)[0].Slots;

        Assert.Equal(AvailabilityWorld.Date(date).At(new LocalTime(utcHour, 0)).InUtc().ToInstant(), slots[0].StartsAt);
    }

    [Fact]
    public void The_hour_that_spring_skips_is_not_offered()
    {
        var world = new AvailabilityWorld();
        world.Works(world.Johnson, "00:00", "05:00");

        Assert.Equal("00:00 00:30 01:00 01:30 03:00 03:30 04:00 04:30", world.Times("2027-03-14"));
    }

    [Fact]
    public void The_hour_that_autumn_repeats_is_offered_twice()
    {
        var world = new AvailabilityWorld();
        world.Works(world.Johnson, "00:30", "02:30");

        Assert.Equal("00:30 01:00 01:30 01:00 01:30 02:00", world.Times("2027-11-07"));
    }

    [Fact]
    public void Half_an_hour_of_summer_time_moves_the_wall_but_not_the_grid()
    {
        var world = new AvailabilityWorld("Australia/Lord_Howe");
        world.Works(world.Johnson, "01:00", "04:00");
        world.Type.StartGridMinutes = 60;

        Assert.Equal("01:00 02:30 03:30", world.Times("2027-10-03"));
    }

    [Fact]
    public void A_window_that_the_spring_change_swallows_has_no_times()
    {
        var world = new AvailabilityWorld();
        world.Works(world.Johnson, "02:30", "03:15");

        Assert.Equal("02:30", world.Times("2027-03-13"));
        Assert.Equal("", world.Times("2027-03-14"));
    }

    [Fact]
    public void A_night_over_the_change_of_the_clocks_keeps_its_bounds()
    {
        var world = new AvailabilityWorld();
        world.Works(world.Johnson, "2026-01-01", null, new WeeklyHours(IsoDayOfWeek.Saturday, AvailabilityWorld.Wall("22:00"), AvailabilityWorld.Wall("04:00")));
        world.Type.StartGridMinutes = 60;
        world.Type.DurationMinutes = 60;

        Assert.Equal("00:00 01:00 03:00", world.Times("2027-03-14"));
        Assert.Equal("00:00 01:00 01:00 02:00 03:00", world.Times("2027-11-07"));
    }

    [Fact]
    public void A_day_without_a_change_names_its_offset_and_others_do_not()
    {
        var world = new AvailabilityWorld();
        world.Works(world.Johnson, "09:00", "10:00");

        var offsets = world.Find("2027-03-12", "2027-03-15").ToDictionary(day => day.Date.Day, day => day.OffsetMinutes);

        Assert.Equal(-300, offsets[12]);
        Assert.Null(offsets[14]);
        Assert.Equal(-240, offsets[15]);
    }
}
