using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>Default practice: Monday 1 March 2027, 08:00; two providers, 09:00–17:00 on weekdays, half an hour every half hour.</summary>
public sealed class FindSlotsTests : ClinicTests
{
    private static readonly LocalDate Monday = new(2027, 3, 1);

    [Theory, EveryDatabase]
    public async Task A_week_shows_every_free_time_of_every_provider(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var found = (await Find(clinic, Ask(Monday, Monday.PlusDays(6)))).Value;

        Assert.Equal("America/New_York", found.TimeZone);
        Assert.Equal(5, found.Days.Count);
        Assert.All(found.Days, day => Assert.Equal(32, day.Slots.Count));
        Assert.Equal((Visits.Monday(9), DefaultPractice.Avery), (found.FirstAvailable!.Value.StartsAt, found.FirstAvailable.Value.ProviderId));
    }

    [Theory, EveryDatabase]
    public async Task What_is_taken_or_held_is_gone_and_comes_back_when_the_hold_runs_out(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var avery = DefaultPractice.Avery.As<Resource>();
        Assert.True(await clinic.Takes(Rows.Of(avery, Visits.Monday(9))));
        Assert.True(await clinic.Takes(Rows.Held(avery, Visits.Monday(10), clinic.Now + Duration.FromMinutes(10), Rows.NewOwner())));

        Assert.Equal([Visits.Monday(9, 30), Visits.Monday(10, 30)], (await Starts(clinic)).Take(2));

        clinic.TimePasses(Duration.FromMinutes(10));
        Assert.Equal([Visits.Monday(9, 30), Visits.Monday(10)], (await Starts(clinic)).Take(2));
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_settings_on_another_server_is_seen_by_the_next_search(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var other = clinic.SecondServer();
        var before = await Starts(clinic);

        await Change(other, type => type.HorizonDays = 0);
        var after = await Starts(clinic);
        var beyond = (await Find(clinic, Ask(Monday.PlusDays(1), Monday.PlusDays(1)))).Value;
        await Change(other, type => type.HorizonDays = 1);

        Assert.Equal(16, before.Count);
        Assert.Equal(16, after.Count);
        Assert.Empty(beyond.Days);
        Assert.NotEmpty((await Find(clinic, Ask(Monday.PlusDays(1), Monday.PlusDays(1)))).Value.Days);
    }

    [Theory, EveryDatabase]
    public async Task Visits_and_live_holds_count_against_a_daily_cap(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await Change(clinic, type => type.DailyCap = 2);
        await clinic.Books(Visits.Booking(Visits.Monday(9), DefaultPractice.Avery));
        Assert.NotEmpty(await Starts(clinic));

        await clinic.Holds(Visits.Monday(11), DefaultPractice.Avery);
        Assert.Empty(await Starts(clinic));

        clinic.TimePasses(Duration.FromMinutes(11));
        Assert.NotEmpty(await Starts(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_learns_what_is_not_offered(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var day = Ask(Monday, Monday);

        Assert.Equal(Refusals.NotFound, (await Find(clinic, day with { AppointmentTypeId = new AppointmentTypeId(Rows.NewOwner()) })).Refusal);
        Assert.Equal(Refusals.NotFound, (await Find(clinic, day with { ProviderId = new ProviderId(Rows.NewOwner()) })).Refusal);

        await Change(clinic, type => type.OnlineBookable = false);
        Assert.Equal(Refusals.NotFound, (await Find(clinic, day)).Refusal);
        Assert.Single((await Find(clinic, day with { Staff = true })).Value.Days);

        await Change(clinic, type => type.Active = false);
        Assert.Equal(Refusals.NotFound, (await Find(clinic, day with { Staff = true })).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_range_is_at_most_92_days_and_never_backwards(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        Assert.Null((await Find(clinic, Ask(Monday, Monday.PlusDays(91)))).Refusal);
        Assert.Equal(["to"], (await Find(clinic, Ask(Monday, Monday.PlusDays(92)))).Fields());
        Assert.Equal(["to"], (await Find(clinic, Ask(Monday, Monday.PlusDays(-1)))).Fields());
        Assert.Empty((await Find(clinic, Ask(new LocalDate(9999, 12, 1), new LocalDate(9999, 12, 31)))).Value.Days);
        Assert.Empty((await Find(clinic, Ask(new LocalDate(1900, 1, 1), new LocalDate(1900, 1, 2)))).Value.Days);
    }

    private static FindSlots.Request Ask(LocalDate from, LocalDate to) => new() { AppointmentTypeId = DefaultPractice.SkinCheck, From = from, To = to };

    private static Task<Result<FindSlots.Found>> Find(TestClinic clinic, FindSlots.Request request) =>
        clinic.Ask((FindSlots.Handler find) => find.Handle(DefaultPractice.Slug, request, CancellationToken.None));

    private static async Task<List<Instant>> Starts(TestClinic clinic) =>
        [.. (await Find(clinic, Ask(Monday, Monday) with { ProviderId = DefaultPractice.Avery })).Value.Days.SelectMany(day => day.Slots).Select(slot => slot.StartsAt)];

    private static Task Change(TestClinic clinic, Action<AppointmentType> change) => clinic.Write<Done>(async scope =>
    {
        change(await scope.Db.Set<AppointmentType>().SingleAsync());
        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        return Done.Instance;
    });
}
