using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

public sealed class ReservationWallTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task What_is_taken_is_busy_in_whole_minutes(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var nine = DefaultPractice.Start + Duration.FromHours(1);
        await clinic.Takes(Rows.Of(DefaultPractice.Avery, nine + Duration.FromSeconds(30), Duration.FromMinutes(30)));

        await using var scope = await clinic.Scope();
        var busy = await scope.Wall.Busy(null, nine, nine + Duration.FromHours(8), clinic.Now, CancellationToken.None);

        var row = Assert.Single(busy.Rows);
        var minute = (int)(nine.ToUnixTimeSeconds() / 60);
        Assert.Equal((minute, minute + 31, 0, 1), (row.StartMinute, row.EndMinute, row.LaneFrom, row.LaneTo));
        Assert.Equal((DefaultPractice.Avery.As<Practices.Resource>(), DefaultPractice.Clinic, ReservationKind.Appointment), (row.Resource, row.Clinic, row.Kind));
        Assert.Equal(1, busy.SettingsVersion);
    }
}
