using DermSchedule.Practices;
using DermSchedule.Web.Tests.Infrastructure;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

public sealed class LandingHeroTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_patients_are_welcomed_only_where_a_time_for_them_is_free(bool free)
    {
        var now = DateTimeZone.Utc.AtStrictly(new LocalDateTime(2026, 11, 25, 10, 0));
        var view = new LandingView(
            new ClinicPlate("demo", "Demo", "+12125550140", "1 Test Street, New York, NY 10001", DateTimeZone.Utc),
            new TypePlate(new AppointmentTypeId(Guid.Parse("01900000-0000-7000-8000-000000000001")), "Skin check", Category.Medical, "", 30, 30, null, "", Online: true),
            free ? [new FreeTime(now.PlusHours(1), null, 2)] : [],
            new Dictionary<ProviderId, FreeTime>(), [], true, true, true, [], new Dictionary<LocalDate, string>(), now, "");

        var html = await Rendered.Of<LandingHero>(Language.English, (nameof(LandingHero.View), view));

        Assert.Equal(free, html.Contains("New patients welcome", StringComparison.Ordinal));
        Assert.Equal(!free, html.Contains("tel:", StringComparison.Ordinal));
    }
}
