using DermSchedule.Jobs;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    [InlineData(1000, 3600)]
    public void The_rest_doubles_from_five_seconds_to_an_hour(int attempts, int seconds) => Assert.Equal(Duration.FromSeconds(seconds), Backoff.After(attempts));

    [Fact]
    public void A_row_is_given_up_after_a_day_of_attempts()
    {
        var last = Enumerable.Range(1, 100).First(Backoff.IsOver);

        var rested = Enumerable.Range(1, last - 1).Select(Backoff.After).Aggregate(Duration.Zero, (sum, rest) => sum + rest);

        Assert.InRange(rested, Duration.FromHours(24), Duration.FromHours(25));
        Assert.False(Backoff.IsOver(1));
        Assert.True(Backoff.IsOver(last + 1));
    }
}
