using System.Text.Json;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling.Hours;

/// <summary>Changes of a clinic, a provider or a type list their visits by the same rule as changes of hours.</summary>
public sealed class AffectedVisitsTests : HoursTests
{
    [Theory, EveryDatabase]
    public async Task Another_time_zone_lists_who_was_told_another_wall_time_and_a_new_name_nobody(Engine engine)
    {
        await using var clinic = await Open(engine);
        var noon = await Stands(clinic, March(2, 12));
        var morning = await Stands(clinic, March(2, 9), DefaultPractice.Brook);
        await Stands(clinic, March(3, 12), status: AppointmentStatus.Cancelled);

        var renamed = await Changes(clinic, """{ "name": "Uptown" }""");
        var moved = await Changes(clinic, """{ "timeZone": "America/Denver" }""");
        var again = await Changes(clinic, """{ "timeZone": "America/Denver" }""");

        Assert.Empty(renamed.Value.Affected);
        Assert.Equal([morning, noon], Of(moved.Value.Affected));
        Assert.Equal("2027-03-02T07:00:00-07:00", NodaTime.Text.OffsetDateTimePattern.Rfc3339.Format(moved.Value.Affected[0].Start));
        Assert.Equal("America/Denver", moved.Value.TimeZone);
        Assert.Empty(again.Value.Affected);
    }

    [Theory, EveryDatabase]
    public async Task A_provider_who_leaves_a_clinic_leaves_visits_there(Engine engine)
    {
        await using var clinic = await Open(engine);
        var visit = await Stands(clinic, March(2, 12));
        await Stands(clinic, March(2, 12), DefaultPractice.Brook);
        var branch = (await clinic.Ask((AddClinic.Handler add) => add.Handle(
            new AddClinic.Request { Slug = "branch", Name = "Branch", TimeZone = DefaultPractice.Zone, Phone = "(212) 555-0101", Address = "2 Test Street" }, CancellationToken.None))).Value.Id;

        var both = await Changes(clinic, DefaultPractice.Avery, [DefaultPractice.Clinic, branch]);
        var gone = await Changes(clinic, DefaultPractice.Avery, [branch]);
        var back = await Changes(clinic, DefaultPractice.Avery, [branch, DefaultPractice.Clinic]);

        Assert.Empty(both.Value.Affected);
        Assert.Equal([visit], Of(gone.Value.Affected));
        Assert.Empty(back.Value.Affected);
    }

    [Theory, EveryDatabase]
    public async Task A_type_that_somebody_no_longer_performs_leaves_their_visits(Engine engine)
    {
        await using var clinic = await Open(engine);
        var visit = await Stands(clinic, March(2, 12));
        await Stands(clinic, March(2, 12), DefaultPractice.Brook);

        var longer = await Types(clinic, """{ "durationMinutes": 60 }""");
        var narrowed = await Types(clinic, $$"""{ "providerIds": ["{{DefaultPractice.Brook}}"] }""");

        Assert.Empty(longer.Value.Affected);
        Assert.Equal([visit], Of(narrowed.Value.Affected));
    }

    [Theory, EveryDatabase]
    public async Task Time_off_lists_every_visit_it_covers_and_shorter_hours_only_who_fitted_before(Engine engine)
    {
        await using var clinic = await Open(engine);
        var inside = await Stands(clinic, March(2, 10));
        var evening = await Stands(clinic, March(2, 18));
        var week = Enumerable.Range(1, 5).Select(day => Window((IsoDayOfWeek)day, "13:00", "16:00")).ToList();

        var shorter = await clinic.Ask((SetProviderSchedule.Handler set) => set.Handle(
            DefaultPractice.Avery,
            new SetProviderSchedule.Request { ClinicId = DefaultPractice.Clinic, EffectiveFrom = new LocalDate(2027, 3, 2), Weekly = week },
            CancellationToken.None));
        var off = await clinic.Ask((AddException.Handler add) => add.Handle(
            DefaultPractice.Avery, new AddException.Request { Kind = ExceptionKind.TimeOff, Start = March(2, 0), End = March(3, 0) }, CancellationToken.None));
        var holiday = await clinic.Ask((SetClinicHolidays.Handler set) => set.Handle(
            DefaultPractice.Clinic,
            new SetClinicHolidays.Request { Items = [new SetClinicHolidays.Day { Date = new LocalDate(2027, 3, 2), Name = "Closed" }] },
            CancellationToken.None));

        Assert.Equal([inside], Of(shorter.Value.Affected));
        Assert.Equal([inside, evening], Of(off.Value.Affected));
        Assert.Equal([inside, evening], Of(holiday.Value.Affected));
    }

    private static Task<Result<ChangeClinic.Answer>> Changes(TestClinic clinic, string patch) =>
        clinic.Ask((ChangeClinic.Handler change) => change.Handle(DefaultPractice.Clinic, Said.Json(patch), CancellationToken.None));

    private static Task<Result<ChangeProvider.Answer>> Changes(TestClinic clinic, ProviderId provider, ClinicId[] at) =>
        clinic.Ask((ChangeProvider.Handler change) => change.Handle(provider, JsonSerializer.SerializeToElement(new { clinicIds = at }, KernelJson.Options), CancellationToken.None));

    private static Task<Result<ChangeAppointmentType.Answer>> Types(TestClinic clinic, string patch) =>
        clinic.Ask((ChangeAppointmentType.Handler change) => change.Handle(DefaultPractice.SkinCheck, Said.Json(patch), CancellationToken.None));
}
