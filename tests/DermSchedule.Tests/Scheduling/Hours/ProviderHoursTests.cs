using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling.Hours;

public sealed class ProviderHoursTests : HoursTests
{
    [Theory, EveryDatabase]
    public async Task A_new_schedule_lists_the_visits_that_fall_out_from_its_first_day_on(Engine engine)
    {
        await using var clinic = await Open(engine);
        await Stands(clinic, March(2, 10));
        var late = await Stands(clinic, March(9, 10));
        await Stands(clinic, March(9, 10), DefaultPractice.Brook);

        var answer = await Schedules(clinic, new LocalDate(2027, 3, 8), null, Window(IsoDayOfWeek.Tuesday, "13:00", "24:00"));
        var listed = await clinic.Ask((ListSchedules.Handler list) => list.Handle(DefaultPractice.Avery, CancellationToken.None));

        Assert.Equal([late], Of(answer.Value.Affected));
        Assert.Equal([new LocalDate(2020, 1, 1), new LocalDate(2027, 3, 8)], listed.Value.Items.Select(schedule => schedule.EffectiveFrom));
        Assert.Equal("24:00", listed.Value.Items[1].Weekly.Single().End);
    }

    [Theory, EveryDatabase]
    public async Task Schedules_with_a_last_day_do_not_overlap(Engine engine)
    {
        await using var clinic = await Open(engine);
        var other = await OtherPractice.Opened(clinic);
        var (june, july) = (new LocalDate(2027, 6, 1), new LocalDate(2027, 7, 1));

        Assert.Null((await Schedules(clinic, june, new LocalDate(2027, 6, 30))).Refusal);
        Assert.Null((await Schedules(clinic, july, null)).Refusal);
        Assert.Null((await Schedules(clinic, june, new LocalDate(2027, 6, 29))).Refusal);
        Assert.Equal(["effectiveFrom"], (await Schedules(clinic, new LocalDate(2027, 6, 29), null)).Fields());
        Assert.Equal(["effectiveTo"], (await Schedules(clinic, june, july)).Fields());
        Assert.Equal(["effectiveTo"], (await Schedules(clinic, june, new LocalDate(2027, 5, 1))).Fields());
        Assert.Equal(["weekly[0].appointmentTypeIds[0]"], (await Schedules(clinic, july, null, Window(IsoDayOfWeek.Monday, "09:00", "10:00") with { AppointmentTypeIds = [other.Type] })).Fields());
        Assert.Equal(["weekly[0].releaseHours"], (await Schedules(clinic, july, null, Window(IsoDayOfWeek.Monday, "09:00", "10:00") with { ReleaseHours = 24 })).Fields());
        Assert.Equal(
            ["clinicId"],
            (await clinic.Ask((SetProviderSchedule.Handler set) => set.Handle(
                DefaultPractice.Avery, new SetProviderSchedule.Request { ClinicId = other.Clinic, EffectiveFrom = july, Weekly = [] }, CancellationToken.None))).Fields());
        Assert.Equal(
            Refusals.NotFound,
            (await clinic.Ask((SetProviderSchedule.Handler set) => set.Handle(
                other.Provider, new SetProviderSchedule.Request { ClinicId = other.Clinic, EffectiveFrom = july, Weekly = [] }, CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Time_off_lists_the_visits_it_covers_and_can_be_taken_back(Engine engine)
    {
        await using var clinic = await Open(engine);
        var covered = await Stands(clinic, March(2, 10));
        await Stands(clinic, March(2, 12));

        var added = (await Excepts(clinic, new AddException.Request { Kind = ExceptionKind.TimeOff, Start = March(2, 9), End = March(2, 12), Reason = "Course" })).Value;
        var listed = await clinic.Ask((ListExceptions.Handler list) => list.Handle(DefaultPractice.Avery, CancellationToken.None));
        var removed = await clinic.Ask((RemoveException.Handler remove) => remove.Handle(DefaultPractice.Avery, added.Id, CancellationToken.None));

        Assert.Equal([covered], Of(added.Affected));
        Assert.Equal((added.Id, "Course"), (listed.Value.Items.Single().Id, listed.Value.Items.Single().Reason));
        Assert.Empty(removed.Value.Affected);
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((RemoveException.Handler remove) => remove.Handle(DefaultPractice.Brook, added.Id, CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_extra_session_that_is_gone_leaves_its_visits_outside(Engine engine)
    {
        await using var clinic = await Open(engine);
        var extra = (await Excepts(clinic, new AddException.Request { ClinicId = DefaultPractice.Clinic, Kind = ExceptionKind.ExtraSession, Start = March(6, 9), End = March(6, 12) })).Value;
        var visit = await Stands(clinic, March(6, 10));

        var removed = await clinic.Ask((RemoveException.Handler remove) => remove.Handle(DefaultPractice.Avery, extra.Id, CancellationToken.None));

        Assert.Equal([visit], Of(removed.Value.Affected));
        Assert.Equal(["clinicId", "end"], (await Excepts(clinic, new AddException.Request { Kind = ExceptionKind.ExtraSession, Start = March(6, 9), End = March(6, 9) })).Fields());
        Assert.Equal(["end", "kind", "start"], (await Excepts(clinic, new AddException.Request())).Fields());
    }

    [Theory, EveryDatabase]
    public async Task One_day_of_other_hours_replaces_the_weekly_rule_and_gives_it_back(Engine engine)
    {
        await using var clinic = await Open(engine);
        var morning = await Stands(clinic, March(2, 10));
        var day = new LocalDate(2027, 3, 2);

        var closed = await Overrides(clinic, new SetDateOverride.Request { ClinicId = DefaultPractice.Clinic, Date = day, Windows = [] });
        var evening = await Overrides(clinic, new SetDateOverride.Request { ClinicId = DefaultPractice.Clinic, Date = day, Windows = [Window(null, "18:00", "20:00")] });
        var late = await Stands(clinic, March(2, 19));
        var listed = await clinic.Ask((ListDateOverrides.Handler list) => list.Handle(DefaultPractice.Avery, CancellationToken.None));
        var restored = await Restores(clinic, "2027-03-02");

        Assert.Equal([morning], Of(closed.Value.Affected));
        Assert.Empty(evening.Value.Affected);
        Assert.Equal("18:00", listed.Value.Items.Single().Windows.Single().Start);
        Assert.Equal([late], Of(restored.Value.Affected));
        Assert.Equal(Refusals.NotFound, (await Restores(clinic, "2027-03-02")).Refusal);
        Assert.Equal(["date"], (await Restores(clinic, "tomorrow")).Fields());
    }

    private static Task<Result<SetProviderSchedule.Answer>> Schedules(TestClinic clinic, LocalDate from, LocalDate? to, params HoursWindow[] weekly) =>
        clinic.Ask((SetProviderSchedule.Handler set) => set.Handle(
            DefaultPractice.Avery, new SetProviderSchedule.Request { ClinicId = DefaultPractice.Clinic, EffectiveFrom = from, EffectiveTo = to, Weekly = weekly }, CancellationToken.None));

    private static Task<Result<AddException.Answer>> Excepts(TestClinic clinic, AddException.Request request) =>
        clinic.Ask((AddException.Handler add) => add.Handle(DefaultPractice.Avery, request, CancellationToken.None));

    private static Task<Result<SetDateOverride.Answer>> Overrides(TestClinic clinic, SetDateOverride.Request request) =>
        clinic.Ask((SetDateOverride.Handler set) => set.Handle(DefaultPractice.Avery, request, CancellationToken.None));

    private static Task<Result<RemoveDateOverride.Answer>> Restores(TestClinic clinic, string date) =>
        clinic.Ask((RemoveDateOverride.Handler remove) => remove.Handle(DefaultPractice.Avery, DefaultPractice.Clinic, date, CancellationToken.None));
}
