using DermSchedule.Jobs;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

public sealed class DemoTimeTests
{
    private static readonly Instant Shown = Instant.FromUtc(2027, 3, 1, 14, 0);
    private static readonly Instant Since = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    public void Between_moves_time_flows()
    {
        var time = new DemoTime(Shown, Since, StandsUntil: null, Version: 1);

        Assert.Equal(Shown + Duration.FromMinutes(5), time.At(Since + Duration.FromMinutes(5)));
    }

    [Fact]
    public void During_a_move_time_stands()
    {
        var time = new DemoTime(Shown, Since, Since + Duration.FromSeconds(30), Version: 2);

        Assert.Equal(Shown, time.At(Since + Duration.FromSeconds(29)));
    }

    [Fact]
    public void A_move_whose_process_died_does_not_stop_time_for_ever()
    {
        var time = new DemoTime(Shown, Since, Since + Duration.FromSeconds(30), Version: 2);

        Assert.Equal(Shown + Duration.FromSeconds(31), time.At(Since + Duration.FromSeconds(31)));
    }

    [Fact]
    public void A_look_that_was_overtaken_does_not_turn_the_clock_back()
    {
        var clock = new DemoClock();
        var moved = new DemoTime(Shown, Since, Instant.MaxValue, Version: 3);
        clock.Follow(moved);

        clock.Follow(moved with { Shown = Shown - Duration.FromHours(1), Version = 2 });

        Assert.Equal(Shown, clock.GetCurrentInstant());
    }

    [Fact]
    public void An_untouched_clock_shows_the_real_time()
    {
        var before = TimeProvider.System.GetCurrentInstant();

        var shown = new DemoClock().GetCurrentInstant();

        Assert.InRange(shown, before, TimeProvider.System.GetCurrentInstant());
    }
}
