using DermSchedule.Audit;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling.Hours;

public sealed class ClinicHoursTests : HoursTests
{
    private static readonly IReadOnlyList<HoursWindow> Mornings =
        [.. new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }.Select(day => Window(day, "09:00", "12:00"))];

    [Theory, EveryDatabase]
    public async Task Shorter_hours_list_the_open_visits_ahead_that_fall_out_and_change_none(Engine engine)
    {
        await using var clinic = await Open(engine);
        await Stands(clinic, March(2, 9));
        var second = await Stands(clinic, March(3, 15), DefaultPractice.Brook, AppointmentStatus.CheckedIn);
        var first = await Stands(clinic, March(2, 12));
        await Stands(clinic, March(2, 13), status: AppointmentStatus.Cancelled);
        await Stands(clinic, March(1, 8) - Duration.FromHours(16), status: AppointmentStatus.Confirmed);

        var answer = (await Sets(clinic, Mornings)).Value;

        Assert.Equal([first, second], Of(answer.Affected));
        Assert.Equal("2027-03-02T12:00:00-05:00", NodaTime.Text.OffsetDateTimePattern.Rfc3339.Format(answer.Affected[0].Start));
        await using var scope = await clinic.Scope();
        Assert.Equal(AppointmentStatus.Pending, (await scope.Db.Set<Appointment>().SingleAsync(visit => visit.Id == first)).Status);
        Assert.Equal("clinic.hours-changed", (await scope.Db.Set<AuditEntry>().SingleAsync(entry => entry.EntityType == "clinic")).Action);
        Assert.Equal(5, (await clinic.Ask((Catalogs catalogs) => catalogs.Current(CancellationToken.None))).Clinics[DefaultPractice.Clinic].Hours.Count);
    }

    [Theory, EveryDatabase]
    public async Task Hours_are_checked_before_anything_changes(Engine engine)
    {
        await using var clinic = await Open(engine);
        var other = await OtherPractice.Opened(clinic);

        Assert.Equal(["weekly"], (await clinic.Ask((SetClinicHours.Handler set) => set.Handle(DefaultPractice.Clinic, new SetClinicHours.Request(), CancellationToken.None))).Fields());
        Assert.Equal(["weekly[0].day", "weekly[0].end"], (await Sets(clinic, [Window(null, "09:00", "25:00")])).Fields());
        Assert.Equal(["weekly[0]"], (await Sets(clinic, [Window(IsoDayOfWeek.Monday, "09:00", "12:00") with { Access = true }])).Fields());
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((SetClinicHours.Handler set) => set.Handle(other.Clinic, new SetClinicHours.Request { Weekly = [] }, CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_new_holiday_lists_its_visits_and_an_old_one_does_not_again(Engine engine)
    {
        await using var clinic = await Open(engine);
        var visit = await Stands(clinic, March(2, 10));

        var once = await Closes(clinic, Day(2027, 3, 2));
        var twice = await Closes(clinic, Day(2027, 3, 3), Day(2027, 3, 2));

        Assert.Equal([visit], Of(once.Value.Affected));
        Assert.Empty(twice.Value.Affected);
        Assert.Equal([new LocalDate(2027, 3, 2), new LocalDate(2027, 3, 3)], twice.Value.Items.Select(day => day.Date));
        Assert.Equal(["items[1].date"], (await Closes(clinic, Day(2027, 3, 2), Day(2027, 3, 2))).Fields());
        Assert.Equal(["items[0].date", "items[0].name"], (await Closes(clinic, new SetClinicHolidays.Day())).Fields());
    }

    [Theory, EveryDatabase]
    public async Task What_has_visits_ahead_is_retired_only_for_a_replan(Engine engine)
    {
        await using var clinic = await Open(engine);
        var room = (await clinic.Ask((AddResource.Handler add) => add.Handle(new AddResource.Request { ClinicId = DefaultPractice.Clinic, Name = "Room 1", Kind = "room" }, CancellationToken.None))).Value.Id;
        var visit = await Stands(clinic, March(2, 10), room: room);

        var refused = new[]
        {
            (await clinic.Ask((RetireResource.Handler retire) => retire.Handle(room, false, CancellationToken.None))).Refusal,
            (await clinic.Ask((RetireAppointmentType.Handler retire) => retire.Handle(DefaultPractice.SkinCheck, false, CancellationToken.None))).Refusal,
            (await clinic.Ask((RetireProvider.Handler retire) => retire.Handle(DefaultPractice.Avery, false, CancellationToken.None))).Refusal,
            (await clinic.Ask((RetireClinic.Handler retire) => retire.Handle(DefaultPractice.Clinic, false, CancellationToken.None))).Refusal,
        };
        var free = await clinic.Ask((RetireProvider.Handler retire) => retire.Handle(DefaultPractice.Brook, false, CancellationToken.None));
        var replanned = await clinic.Ask((RetireProvider.Handler retire) => retire.Handle(DefaultPractice.Avery, true, CancellationToken.None));

        Assert.All(refused, refusal =>
        {
            Assert.Equal(SchedulingRefusals.HasFutureVisits, refusal);
            Assert.Equal([visit], Of((IReadOnlyList<AffectedVisit>)refusal!.Members["affected"]!));
        });
        Assert.Empty(free.Value.Affected);
        Assert.Equal([visit], Of(replanned.Value.Affected));
        var catalog = await clinic.Ask((Catalogs catalogs) => catalogs.Current(CancellationToken.None));
        Assert.DoesNotContain(catalog.Providers.Values, provider => provider.Active);
        Assert.True(catalog.Clinics[DefaultPractice.Clinic].Active && catalog.Resources[room].Active && catalog.AppointmentTypes[DefaultPractice.SkinCheck].Active);
    }

    [Theory, EveryDatabase]
    public async Task Everything_without_visits_ahead_is_retired_and_can_come_back(Engine engine)
    {
        await using var clinic = await Open(engine);
        var other = await OtherPractice.Opened(clinic);
        await Stands(clinic, March(1, 8) - Duration.FromDays(3));

        Assert.Null((await clinic.Ask((RetireAppointmentType.Handler retire) => retire.Handle(DefaultPractice.SkinCheck, false, CancellationToken.None))).Refusal);
        Assert.Null((await clinic.Ask((RetireClinic.Handler retire) => retire.Handle(DefaultPractice.Clinic, false, CancellationToken.None))).Refusal);
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((RetireClinic.Handler retire) => retire.Handle(other.Clinic, true, CancellationToken.None))).Refusal);
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((ShowClinic.Handler show) => show.Handle(DefaultPractice.Slug, null, CancellationToken.None))).Refusal);
        await clinic.Ask((ChangeClinic.Handler change) => change.Handle(DefaultPractice.Clinic, Said.Json("""{ "active": true }"""), CancellationToken.None));
        Assert.Null((await clinic.Ask((ShowClinic.Handler show) => show.Handle(DefaultPractice.Slug, null, CancellationToken.None))).Refusal);
    }

    private static SetClinicHolidays.Day Day(int year, int month, int day) => new() { Date = new LocalDate(year, month, day), Name = "Closed" };

    private static Task<Result<SetClinicHours.Answer>> Sets(TestClinic clinic, IReadOnlyList<HoursWindow> weekly) =>
        clinic.Ask((SetClinicHours.Handler set) => set.Handle(DefaultPractice.Clinic, new SetClinicHours.Request { Weekly = weekly }, CancellationToken.None));

    private static Task<Result<SetClinicHolidays.Answer>> Closes(TestClinic clinic, params SetClinicHolidays.Day[] days) =>
        clinic.Ask((SetClinicHolidays.Handler set) => set.Handle(DefaultPractice.Clinic, new SetClinicHolidays.Request { Items = days }, CancellationToken.None));
}
