using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>Each rule of domain.md 4 by one example. January 4th 2027 is a Monday.</summary>
public sealed class AvailabilityTests
{
    private readonly AvailabilityWorld world = new();

    [Fact]
    public void Starts_are_the_window_start_plus_the_grid_as_far_as_the_visit_fits()
    {
        world.Works(world.Johnson, "09:10", "11:00");

        Assert.Equal("09:10 09:40 10:10", world.Times("2027-01-04"));
    }

    [Fact]
    public void The_grid_is_anchored_before_clinic_hours_are_cut_out()
    {
        world.Works(world.Johnson, "09:10", "17:00");
        world.Clinic.Hours = [.. AvailabilityWorld.EveryDay("10:00", "11:45")];

        Assert.Equal("10:10 10:40 11:10", world.Times("2027-01-04"));
    }

    [Fact]
    public void Clinic_hours_that_meet_at_midnight_do_not_interrupt_a_night()
    {
        world.Works(world.Johnson, "23:00", "01:00");
        world.Clinic.Hours = [.. AvailabilityWorld.EveryDay("00:00", "24:00")];
        world.Type.StartGridMinutes = 45;

        Assert.Equal("00:30 23:00 23:45", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_start_belongs_to_the_local_date_it_begins_on()
    {
        world.Works(world.Johnson, "2026-01-01", null, new WeeklyHours(IsoDayOfWeek.Monday, AvailabilityWorld.Wall("23:00"), AvailabilityWorld.Wall("01:00")));

        Assert.Equal("23:00 23:30", world.Times("2027-01-04"));
        Assert.Equal("00:00 00:30", world.Times("2027-01-05"));
    }

    [Fact]
    public void A_holiday_closes_the_whole_local_day()
    {
        world.Works(world.Johnson, "22:00", "02:00");
        world.Clinic.Holidays = [new Holiday(AvailabilityWorld.Date("2027-01-05"), "Holiday")];

        Assert.Equal("00:00 00:30 01:00 01:30 22:00 22:30 23:00 23:30", world.Times("2027-01-04"));
        Assert.Equal("", world.Times("2027-01-05"));
        Assert.Equal("00:00 00:30 01:00 01:30 22:00 22:30 23:00 23:30", world.Times("2027-01-07"));
    }

    [Fact]
    public void A_schedule_holds_until_its_last_day_or_until_a_later_one_begins()
    {
        world.Works(world.Johnson, "2026-01-01", null, [.. AvailabilityWorld.EveryDay("09:00", "09:30")]);
        world.Works(world.Johnson, "2027-01-05", "2027-01-06", [.. AvailabilityWorld.EveryDay("10:00", "10:30")]);

        Assert.Equal(["09:00", "10:00", "10:00", ""], new[] { "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07" }.Select(date => world.Times(date)));
    }

    [Fact]
    public void A_date_override_replaces_the_weekly_rule_and_an_empty_one_closes_the_day()
    {
        world.Works(world.Johnson, "09:00", "10:00");
        world.Override(world.Johnson, "2027-01-04", ("13:00", "14:00"));
        world.Override(world.Johnson, "2027-01-05");

        Assert.Equal(["13:00 13:30", "", "09:00 09:30"], new[] { "2027-01-04", "2027-01-05", "2027-01-06" }.Select(date => world.Times(date)));
    }

    [Fact]
    public void Overlapping_windows_give_the_union_of_their_starts()
    {
        world.Works(world.Johnson, "2026-01-01", null, [.. AvailabilityWorld.EveryDay("09:00", "10:00"), .. AvailabilityWorld.EveryDay("09:15", "10:15"), .. AvailabilityWorld.EveryDay("09:30", "10:00")]);

        Assert.Equal("09:00 09:15 09:30 09:45", world.Times("2027-01-04"));
    }

    [Fact]
    public void Time_off_cuts_and_an_extra_session_adds_with_its_own_grid()
    {
        world.Works(world.Johnson, "09:00", "11:00");
        world.Except(world.Johnson, ExceptionKind.TimeOff, "2027-01-04 09:40", "2027-01-04 10:00", clinic: null);
        world.Except(world.Johnson, ExceptionKind.ExtraSession, "2027-01-04 18:20", "2027-01-04 19:30", world.Clinic.Id);

        Assert.Equal("09:00 10:00 10:30 18:20 18:50", world.Times("2027-01-04"));
    }

    [Fact]
    public void Time_off_at_the_other_clinic_leaves_this_one_alone()
    {
        world.Works(world.Johnson, "09:00", "10:00");
        world.Except(world.Johnson, ExceptionKind.TimeOff, "2027-01-04 09:00", "2027-01-04 10:00", world.Branch.Id);

        Assert.Equal("09:00 09:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void Buffers_may_reach_outside_hours_but_never_into_a_reservation_or_time_off()
    {
        world.Works(world.Johnson, "09:00", "12:00");
        world.Type.BufferBeforeMinutes = 10;
        world.Type.BufferAfterMinutes = 20;
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 10:30", "2027-01-04 11:00");
        world.Except(world.Johnson, ExceptionKind.TimeOff, "2027-01-05 10:30", "2027-01-05 11:00", clinic: null);

        Assert.Equal("09:00 09:30 11:30", world.Times("2027-01-04"));
        Assert.Equal("09:00 09:30 11:30", world.Times("2027-01-05"));
    }

    [Fact]
    public void A_provider_with_two_lanes_is_free_while_one_lane_is_free_throughout()
    {
        world.Works(world.Johnson, "09:00", "10:30");
        world.Johnson.Lanes = 2;
        world.Type.DurationMinutes = 60;
        var johnson = world.Johnson.Id.As<Resource>();
        world.Takes(johnson, "2027-01-04 09:00", "2027-01-04 09:30", lane: 0);
        world.Takes(johnson, "2027-01-04 09:30", "2027-01-04 10:00", lane: 1);

        // At 09:00 a lane is free at every moment, but none for the whole hour.
        Assert.Equal("09:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_block_takes_all_lanes()
    {
        world.Works(world.Johnson, "09:00", "10:00");
        world.Johnson.Lanes = 3;
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 09:00", "2027-01-04 09:30", lanes: 1000);

        Assert.Equal("09:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void Nobody_is_in_two_clinics_at_once_nor_on_the_way_between_them()
    {
        world.Works(world.Johnson, "09:00", "13:00");
        world.Johnson.Lanes = 2;
        world.Johnson.TravelMinutes = 40;
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 10:30", "2027-01-04 11:00", clinic: world.Branch.Id);

        Assert.Equal("09:00 12:00 12:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_visit_needs_one_free_room_of_each_kind_for_its_whole_length()
    {
        world.Works(world.Johnson, "09:00", "11:00");
        world.Type.ResourceKinds = ["room", "laser"];
        world.Type.BufferAfterMinutes = 10;
        var (room1, room2, laser) = (world.AddResource(41, "room"), world.AddResource(42, "room"), world.AddResource(43, "laser"));
        world.Takes(room1, "2027-01-04 09:00", "2027-01-04 11:00");
        world.Takes(room2, "2027-01-04 10:30", "2027-01-04 11:00");
        world.Takes(laser, "2027-01-04 09:00", "2027-01-04 09:30");

        // Until 09:30 the laser is taken; at 10:00 the ten minutes of cleaning would run into the last free room.
        Assert.Equal("09:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_type_whose_room_the_clinic_does_not_have_has_no_times()
    {
        world.Works(world.Johnson, "09:00", "11:00");
        world.Type.ResourceKinds = ["laser"];

        Assert.Empty(world.Find("2027-01-04", "2027-01-10"));
    }

    [Fact]
    public void The_provider_is_taken_for_the_needed_part_and_the_room_for_the_whole()
    {
        world.Works(world.Johnson, "09:00", "12:00");
        world.Type.DurationMinutes = 60;
        world.Type.ProviderPart = new ProviderPart(30, 30);
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 09:30", "2027-01-04 10:00");

        Assert.Equal("09:30 10:00 10:30 11:00", world.Times("2027-01-04"));
    }
}
