using DermSchedule.Web.Wizard;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

/// <summary>What stands in the addresses and on the buttons of the time picker.</summary>
public sealed class PickerTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly ProviderId Chen = ProviderId.Parse("0195f0c0-0000-7000-8000-000000000002", null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chip_says_start_and_provider_and_is_read_back(bool anyone)
    {
        var time = new FreeTime(NewYork.AtStrictly(new LocalDateTime(2026, 12, 1, 9, 30)), anyone ? null : Chen, 1);

        Assert.Equal(time, FreeTime.Read(time.Value, NewYork));
    }

    [Fact]
    public void The_doubled_hour_keeps_its_two_meanings()
    {
        var (first, second) = NewYork.MapLocal(new LocalDateTime(2026, 11, 1, 1, 30)) is var twice ? (twice.First(), twice.Last()) : default;

        Assert.NotEqual(new FreeTime(first, null, 1).Value, new FreeTime(second, null, 1).Value);
        Assert.Equal(second, FreeTime.Read(new FreeTime(second, null, 1).Value, NewYork)!.Start);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-12-01T09:30-05:00")]
    [InlineData("2026-12-01T09:30-05:00|someone")]
    [InlineData("2026-13-01T09:30-05:00|")]
    [InlineData("2026-12-01T09:30-05:00||")]
    public void What_is_no_time_is_none(string? value) => Assert.Null(FreeTime.Read(value, NewYork));

    [Fact]
    public void A_month_starts_on_its_weekday_and_fills_its_weeks()
    {
        var weeks = View(new YearMonth(2026, 12)).Weeks().ToList();

        Assert.All(weeks, week => Assert.Equal(7, week.Count));
        Assert.Equal([null, null, new LocalDate(2026, 12, 1)], weeks[0].Take(3));
        Assert.Equal(31, weeks.SelectMany(week => week).Count(day => day is not null));
    }

    [Fact]
    public void A_month_that_starts_on_a_sunday_has_no_empty_week() =>
        Assert.Equal(new LocalDate(2026, 11, 1), View(new YearMonth(2026, 11)).Weeks().First()[0]);

    [Fact]
    public void Nobody_leafs_into_the_past()
    {
        Assert.Null(View(new YearMonth(2026, 11)).Previous);
        Assert.Equal(new YearMonth(2026, 11), View(new YearMonth(2026, 12)).Previous);
    }

    [Fact]
    public void An_address_that_says_nonsense_says_nothing()
    {
        var query = new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["day"] = "soon", ["month"] = "2026-99", ["with"] = "'; drop" });

        Assert.Equal(new PickerQuery(null, null, null), PickerQuery.Of(query));
        Assert.Equal("/demo/book/time", PickerQuery.Of(query).On("/demo/book/time"));
    }

    [Fact]
    public void Whoever_asked_for_anyone_does_not_get_the_provider_a_page_begins_with()
    {
        var nobody = PickerQuery.Of(_ => "");
        var anyone = PickerQuery.Of(name => name == "with" ? "any" : "");

        Assert.Equal(Chen, nobody.Preferring(Chen).With);
        Assert.Null(anyone.Preferring(Chen).With);
        Assert.EndsWith("&with=any", View(new YearMonth(2026, 12)).By(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24", null)]
    [InlineData("2026-11-25", "2026-11-25")]
    [InlineData("2027-11-30", "2027-11-30")]
    [InlineData("2027-12-01", null)]
    [InlineData("9999-12-31", null)]
    [InlineData("-9998-01-01", null)]
    public void An_address_reaches_from_today_to_the_last_month_one_can_leaf_to(string day, string? kept)
    {
        var query = PickerQuery.Of(name => name == "day" ? day : name == "month" ? "9999-12" : "").Within(new LocalDate(2026, 11, 25));

        Assert.Equal(kept, query.Day?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(query.Month);
    }

    [Theory]
    [InlineData("Dr. Amara Johnson", "Dr.\u00a0Johnson", "AJ")]
    [InlineData("Dr.\u00a0Amara Johnson", "Dr.\u00a0Johnson", "AJ")]
    [InlineData("Maya Ortiz, PA-C", "M.\u00a0Ortiz", "MO")]
    [InlineData("Dr. Chen", "Dr.\u00a0Chen", "C")]
    [InlineData("Phototherapy desk", "P.\u00a0desk", "PD")]
    [InlineData("Madonna", "Madonna", "M")]
    public void A_provider_has_a_name_that_fits_on_a_chip(string name, string chip, string initials)
    {
        var provider = new ProviderPlate(Chen, name, "", "");

        Assert.Equal((chip, initials), (provider.ShortName, provider.Initials));
    }

    private static PickerView View(YearMonth month) => new("/demo/book/time", NewYork, new LocalDate(2026, 11, 25), [], null, null, month, [], [], null, null);
}
