using DermSchedule.Web.Wizard;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>What the front page says of the week that begins today.</summary>
public sealed class LandingViewTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void A_holiday_closes_its_weekday_and_no_other()
    {
        var view = On(new LocalDateTime(2026, 11, 25, 10, 0));

        Assert.Equal((new LocalDate(2026, 11, 26), "Thanksgiving"), view.ClosedOn(IsoDayOfWeek.Thursday));
        Assert.Null(view.ClosedOn(IsoDayOfWeek.Wednesday));
        Assert.True(view.IsOpenNow);
    }

    [Fact]
    public void On_the_holiday_itself_nobody_is_there()
    {
        var view = On(new LocalDateTime(2026, 11, 26, 10, 0));

        Assert.Equal((new LocalDate(2026, 11, 26), "Thanksgiving"), view.ClosedOn(IsoDayOfWeek.Thursday));
        Assert.False(view.IsOpenNow);
    }

    private static LandingView On(LocalDateTime now) => new(
        new ClinicPlate("demo", "Demo", "+12125550140", "1 Test Street, New York, NY 10001", NewYork),
        null,
        [],
        new Dictionary<ProviderId, FreeTime>(),
        [],
        true,
        true,
        true,
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new OpenDay(day, [(new LocalTime(9, 0), new LocalTime(17, 0))]))],
        new Dictionary<LocalDate, string> { [new LocalDate(2026, 11, 26)] = "Thanksgiving" },
        NewYork.AtStrictly(now),
        "");

    [Theory]
    [InlineData("1 Test Street, New York, NY 10001", "1 Test Street, New York, NY\u00a010001")]
    [InlineData("Nowhere", "Nowhere")]
    [InlineData("", "")]
    public void A_postal_code_stays_with_its_state(string address, string shown) =>
        Assert.Equal(shown, new ClinicPlate("demo", "Demo", "+12125550140", address, NewYork).AddressTogether);
}
