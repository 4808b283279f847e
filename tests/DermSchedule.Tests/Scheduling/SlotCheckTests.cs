using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

public sealed class SlotCheckTests
{
    private readonly AvailabilityWorld world = new();

    public SlotCheckTests() => world.Works(world.Johnson, "09:00", "12:00");

    [Fact]
    public void A_free_time_is_bookable_and_takes_the_lowest_lane()
    {
        var verdict = world.Check("2027-01-04 09:30");

        Assert.True(verdict.IsBookable);
        Assert.Equal(0, Assert.Single(verdict.Choices()).Lane);
    }

    [Theory]
    [InlineData("2027-01-04 09:10", SlotObstacle.OffGrid)]
    [InlineData("2027-01-04 11:45", SlotObstacle.OutsideHours)]
    [InlineData("2027-01-04 08:30", SlotObstacle.OutsideHours)]
    public void A_time_off_the_grid_or_outside_hours_is_a_warning_for_staff_and_a_no_for_patients(string start, SlotObstacle obstacle)
    {
        Assert.False(world.Check(start).IsOverridable);
        Assert.Equal([obstacle], world.Check(start).Obstacles);

        world.Staff = true;
        Assert.True(world.Check(start).IsOverridable);
    }

    [Fact]
    public void Notice_and_horizon_are_named_for_patients_and_do_not_exist_for_staff()
    {
        world.Type.MinimumNoticeMinutes = 48 * 60;
        world.Type.HorizonDays = 10;

        Assert.Equal([SlotObstacle.InsideNotice], world.Check("2027-01-04 09:00").Obstacles);
        Assert.Equal([SlotObstacle.BeyondHorizon], world.Check("2027-02-01 09:00").Obstacles);

        world.Staff = true;
        Assert.True(world.Check("2027-01-04 09:00").IsBookable);
        Assert.True(world.Check("2027-02-01 09:00").IsBookable);
    }

    [Fact]
    public void What_is_taken_is_never_overridable()
    {
        world.Staff = true;
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 09:00", "2027-01-04 09:30");

        var verdict = world.Check("2027-01-04 09:10");

        Assert.True(verdict.IsTaken);
        Assert.False(verdict.IsOverridable);
        Assert.Empty(verdict.Choices());
    }

    [Fact]
    public void Overbooking_opens_one_more_lane_but_never_a_second_visit_in_a_room()
    {
        world.Staff = true;
        var room = world.AddResource(41, "room");
        var johnson = world.Johnson.Id.As<Resource>();
        world.Takes(johnson, "2027-01-04 09:00", "2027-01-04 09:30");

        Assert.Equal(1, Assert.Single(world.Check("2027-01-04 09:00", overbook: true).Choices()).Lane);

        world.Takes(johnson, "2027-01-04 09:00", "2027-01-04 09:30", lane: 1);
        Assert.True(world.Check("2027-01-04 09:00", overbook: true).IsTaken);

        world.Type.ResourceKinds = ["room"];
        world.Takes(room, "2027-01-04 10:00", "2027-01-04 10:30");
        Assert.True(world.Check("2027-01-04 10:00", overbook: true).IsTaken);
    }

    [Fact]
    public void Rooms_are_tried_in_order_and_two_of_a_kind_are_two_different_ones()
    {
        world.Type.ResourceKinds = ["room", "room"];
        var rooms = new[] { 41, 42, 43 }.Select(number => world.AddResource(number, "room")).ToArray();

        var choices = world.Check("2027-01-04 09:00").Choices().ToList();

        Assert.Equal([rooms[0], rooms[1]], choices[0].Resources);
        Assert.All(choices, choice => Assert.Equal(2, choice.Resources.Distinct().Count()));
        Assert.Equal(rooms, choices.SelectMany(choice => choice.Resources).Distinct().Order());
    }

    [Fact]
    public void A_visit_that_moves_does_not_stand_in_its_own_way()
    {
        var visit = new Guid(7, 0, 0, new byte[8]);
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 09:00", "2027-01-04 09:30", owner: visit);

        Assert.True(world.Check("2027-01-04 09:00").IsTaken);
        Assert.True(world.Check("2027-01-04 09:00", except: visit).IsBookable);
    }

    [Fact]
    public void Time_off_cap_kept_windows_and_the_way_between_clinics_are_warnings()
    {
        world.Staff = true;
        world.Johnson.TravelMinutes = 30;
        world.Type.DailyCap = 1;
        world.Visits[(world.Johnson.Id, AvailabilityWorld.Date("2027-01-04"))] = 1;
        world.Except(world.Johnson, ExceptionKind.TimeOff, "2027-01-04 09:00", "2027-01-04 09:30", clinic: null);
        world.Takes(world.Johnson.Id.As<Resource>(), "2027-01-04 09:45", "2027-01-04 10:00", clinic: world.Branch.Id);

        var verdict = world.Check("2027-01-04 09:00");

        Assert.Equal([SlotObstacle.TimeOff, SlotObstacle.Travel, SlotObstacle.OverDailyCap], verdict.Obstacles);
        Assert.True(verdict.IsOverridable);
    }

    [Fact]
    public void Another_length_is_judged_as_such()
    {
        world.Staff = true;

        Assert.True(world.Check("2027-01-04 11:00", minutes: 60).IsBookable);
        Assert.Equal([SlotObstacle.OutsideHours], world.Check("2027-01-04 11:00", minutes: 61).Obstacles);
    }

    [Fact]
    public void Somebody_who_does_not_perform_the_visit_is_no_warning()
    {
        world.Staff = true;
        world.Type.ProviderIds = [AvailabilityWorld.Id<Provider>(99)];

        Assert.Equal([SlotObstacle.NotPerformed], world.Check("2027-01-04 09:00").Obstacles);
        Assert.False(world.Check("2027-01-04 09:00").IsOverridable);
    }

    [Fact]
    public void The_nearest_other_times_come_first_each_once_with_the_provider_who_was_asked_for()
    {
        var chen = world.AddProvider(12, "Dr. Chen");
        world.Works(chen, "09:00", "10:30");
        world.Takes(chen.Id.As<Resource>(), "2027-01-04 09:30", "2027-01-04 10:00");

        var nearest = Alternatives.Nearest(world.Find("2027-01-04", "2027-01-11"), world.At("2027-01-04 09:30"), chen.Id);

        Assert.Equal(
            [(world.At("2027-01-04 09:30"), world.Johnson.Id), (world.At("2027-01-04 09:00"), chen.Id), (world.At("2027-01-04 10:00"), chen.Id)],
            nearest.Select(slot => (slot.StartsAt, slot.ProviderId)));
    }
}
