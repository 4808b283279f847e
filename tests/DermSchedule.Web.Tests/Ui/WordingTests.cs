using DermSchedule.Web.Ui;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Ui;

/// <summary>Times as people say them.</summary>
public sealed class WordingTests
{
    private static readonly Wording English = new(new Texts(Language.English));
    private static readonly Wording Spanish = new(new Texts(Language.Spanish));

    [Fact]
    public void A_moment_is_said_with_its_zone()
    {
        var moment = At("America/New_York", 2026, 12, 1, 9, 30);

        Assert.Equal("Tue, Dec 1, 9:30\u00a0AM EST", English.Moment(moment));
        Assert.Equal("mar, 1 dic, 9:30\u00a0a.\u00a0m. EST", Spanish.Moment(moment));
    }

    [Fact]
    public void Summer_has_another_name()
    {
        Assert.Equal("Wed, Jul 1, 2:00\u00a0PM EDT", English.Moment(At("America/New_York", 2026, 7, 1, 14, 0)));
        Assert.Equal("Wed, Jul 1, 2:00\u00a0PM MST", English.Moment(At("America/Phoenix", 2026, 7, 1, 14, 0)));
    }

    [Fact]
    public void A_zone_without_letters_is_said_as_a_distance() =>
        Assert.Equal("GMT+10:30", Wording.Zone(At("Australia/Lord_Howe", 2026, 7, 1, 14, 0)));

    [Theory]
    [InlineData(0, 5, "12:05\u00a0AM")]
    [InlineData(12, 0, "12:00\u00a0PM")]
    [InlineData(23, 59, "11:59\u00a0PM")]
    public void Noon_and_midnight_are_twelve(int hour, int minute, string said) => Assert.Equal(said, English.Time(new LocalTime(hour, minute)));

    [Fact]
    public void Days_are_said_in_the_order_of_the_language()
    {
        Assert.Equal("Tuesday, December 1", English.LongDate(new LocalDate(2026, 12, 1)));
        Assert.Equal("Martes, 1 de diciembre", Spanish.LongDate(new LocalDate(2026, 12, 1)));
        Assert.Equal("Diciembre 2026", Spanish.Month(new YearMonth(2026, 12)));
    }

    private static ZonedDateTime At(string zone, int year, int month, int day, int hour, int minute) =>
        DateTimeZoneProviders.Tzdb[zone].AtStrictly(new LocalDateTime(year, month, day, hour, minute));
}
