using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>Who may have which time: notice, horizon, caps, kept windows, kinds of patients; and what staff go past.</summary>
public sealed class AvailabilityRightsTests
{
    private readonly AvailabilityWorld world = new();

    public AvailabilityRightsTests() => world.Works(world.Johnson, "09:00", "11:00");

    [Fact]
    public void Minimum_notice_binds_patients_and_staff_see_every_time_ahead()
    {
        world.Type.MinimumNoticeMinutes = 60;
        world.Now = world.At("2027-01-04 09:10");

        Assert.Equal("10:30", world.Times("2027-01-04"));

        world.Staff = true;
        Assert.Equal("09:30 10:00 10:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_time_exactly_at_the_notice_is_offered_and_half_a_minute_later_is_not()
    {
        world.Type.MinimumNoticeMinutes = 60;
        world.Now = world.At("2027-01-04 09:00");
        Assert.Equal("10:00 10:30", world.Times("2027-01-04"));

        world.Now += Duration.FromSeconds(30);
        Assert.Equal("10:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void The_horizon_counts_whole_local_days_and_binds_patients_only()
    {
        world.Type.HorizonDays = 2;
        world.Now = world.At("2027-01-04 22:00");

        Assert.Equal(AvailabilityWorld.Date("2027-01-06"), world.Find("2027-01-04", "2027-01-20")[^1].Date);

        world.Staff = true;
        Assert.Equal(AvailabilityWorld.Date("2027-01-20"), world.Find("2027-01-04", "2027-01-20")[^1].Date);
    }

    [Fact]
    public void A_type_that_is_not_online_is_found_by_staff_only()
    {
        world.Type.OnlineBookable = false;

        Assert.Empty(world.Find("2027-01-04", "2027-01-10"));

        world.Staff = true;
        Assert.NotEmpty(world.Find("2027-01-04", "2027-01-10"));
    }

    [Fact]
    public void A_full_daily_cap_closes_that_provider_on_that_day()
    {
        world.Type.DailyCap = 2;
        world.Visits[(world.Johnson.Id, AvailabilityWorld.Date("2027-01-04"))] = 2;
        world.Visits[(world.Johnson.Id, AvailabilityWorld.Date("2027-01-05"))] = 1;

        Assert.Equal("", world.Times("2027-01-04"));
        Assert.Equal("09:00 09:30 10:00 10:30", world.Times("2027-01-05"));
    }

    [Fact]
    public void New_patients_get_their_own_length_and_only_providers_who_take_them()
    {
        var chen = world.AddProvider(12, "Dr. Chen");
        chen.AcceptsNewPatients = false;
        world.Works(chen, "09:00", "10:00");
        world.Type.DurationMinutesNewPatient = 90;
        world.Kind = PatientKind.New;

        Assert.Equal("09:00 09:30", world.Times("2027-01-04"));
    }

    [Fact]
    public void A_provider_may_take_longer_than_others()
    {
        world.Type.Durations = [new ProviderDuration(world.Johnson.Id, 60, 120)];

        Assert.Equal("09:00 09:30 10:00", world.Times("2027-01-04"));

        world.Kind = PatientKind.New;
        Assert.Equal("09:00", world.Times("2027-01-04"));
    }

    [Fact]
    public void Providers_share_a_day_in_order_of_time()
    {
        var chen = world.AddProvider(12, "Dr. Chen");
        world.Works(chen, "09:15", "10:30");

        Assert.Equal("09:00 09:15 09:30 09:45 10:00 10:30", world.Times("2027-01-04"));
        Assert.Equal("09:15 09:45", world.Times("2027-01-04", chen.Id));
    }

    [Theory]
    [InlineData(false, 24, "")]
    [InlineData(false, 48, "09:00 09:30 10:00 10:30")]
    [InlineData(true, 24, "09:00 09:30 10:00 10:30")]
    public void A_window_kept_for_urgent_lesions_opens_to_all_at_its_release(bool urgent, int releaseHours, string times)
    {
        world.Schedules.Clear();
        world.Works(world.Johnson, "09:00", "11:00", new KeptFor([], null, null, Access: true, releaseHours));
        world.Now = world.At("2027-01-04 08:00");
        world.Urgent = urgent;

        Assert.Equal(times, world.Times("2027-01-05"));
    }

    [Fact]
    public void A_release_comes_start_by_start()
    {
        world.Schedules.Clear();
        world.Works(world.Johnson, "09:00", "11:00", new KeptFor([], null, PatientKind.New, Access: false, 24));
        world.Now = world.At("2027-01-04 09:30");

        Assert.Equal("09:00 09:30", world.Times("2027-01-05"));
    }

    [Fact]
    public void A_window_kept_for_another_type_and_never_released_stays_closed()
    {
        world.Schedules.Clear();
        world.Works(world.Johnson, "09:00", "11:00", new KeptFor([AvailabilityWorld.Id<AppointmentType>(99)], null, null, Access: false, null));

        Assert.Equal("", world.Times("2027-01-04"));
    }
}
