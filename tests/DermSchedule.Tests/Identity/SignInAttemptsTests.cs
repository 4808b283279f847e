using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

public sealed class SignInAttemptsTests
{
    private const string Ana = "ana@demo.test";
    private readonly FakeClock clock = new(Instant.FromUtc(2027, 3, 1, 13, 0));

    [Fact]
    public void Three_tries_are_free_and_then_the_pause_grows()
    {
        var attempts = Attempts();

        Assert.Equal([null, null, null, null, 1], Enumerable.Range(0, 5).Select(_ => attempts.Begin(Ana, "192.0.2.1")));

        clock.Advance(Duration.FromSeconds(1));
        Assert.Equal([null, 2], Enumerable.Range(0, 2).Select(_ => attempts.Begin(Ana, "192.0.2.1")));

        clock.Advance(Duration.FromSeconds(2));
        Assert.Equal([null, 4], Enumerable.Range(0, 2).Select(_ => attempts.Begin(Ana, "192.0.2.1")));
    }

    [Fact]
    public void The_pause_never_grows_beyond_a_quarter_of_an_hour()
    {
        Assert.Equal(TimeSpan.FromMinutes(15), SignInAttempts.PauseAfter(100));
        Assert.Equal(TimeSpan.FromMinutes(15), SignInAttempts.PauseAfter(int.MaxValue));
    }

    [Fact]
    public void Who_guesses_from_elsewhere_locks_nobody_out()
    {
        var attempts = Attempts();

        for (var i = 0; i < 50; i++)
        {
            attempts.Begin(Ana, "192.0.2.1");
        }

        Assert.Null(attempts.Begin(Ana, "198.51.100.7"));
        Assert.Null(attempts.Begin("ben@demo.test", "192.0.2.1"));
    }

    [Fact]
    public void One_network_of_ipv6_addresses_counts_as_one()
    {
        var attempts = Attempts();

        for (var i = 1; i <= 4; i++)
        {
            attempts.Begin(Ana, $"2001:db8:0:1::{i}");
        }

        Assert.NotNull(attempts.Begin(Ana, "2001:db8:0:1:ffff::1"));
        Assert.Null(attempts.Begin(Ana, "2001:db8:0:2::1"));
    }

    [Fact]
    public void The_right_password_wipes_the_slate()
    {
        var attempts = Attempts();
        Enumerable.Range(0, 4).ToList().ForEach(_ => attempts.Begin(Ana, "192.0.2.1"));

        attempts.Succeeded(Ana, "192.0.2.1");

        Assert.Equal([null, null, null, null, 1], Enumerable.Range(0, 5).Select(_ => attempts.Begin(Ana, "192.0.2.1")));
    }

    [Fact]
    public void Tries_at_once_are_counted_before_their_outcome_is_known()
    {
        var attempts = Attempts();
        var let = 0;

        Parallel.For(0, 100, _ =>
        {
            if (attempts.Begin(Ana, "192.0.2.1") is null)
            {
                Interlocked.Increment(ref let);
            }
        });

        Assert.Equal(4, let);
    }

    [Fact]
    public void Load_tests_may_switch_it_off()
    {
        var attempts = new SignInAttempts(new LoginDelays { Enabled = false }, new SignInClock(clock));

        Assert.All(Enumerable.Range(0, 50), _ => Assert.Null(attempts.Begin(Ana, "192.0.2.1")));
    }

    private SignInAttempts Attempts() => new(new LoginDelays(), new SignInClock(clock));
}
