using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>A time that is kept while a patient fills the form (domain.md 3).</summary>
public sealed class HoldTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task A_hold_becomes_the_visit_it_was_kept_for(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        var booked = await clinic.Books(Visits.WithHold(hold.Token));
        var twice = await clinic.Books(Visits.WithHold(hold.Token));

        Assert.Equal(hold.Start, booked.Value.Start);
        Assert.Equal(SchedulingRefusals.HoldUsed, twice.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_expired_hold_blocks_nobody_though_no_job_has_run(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        clinic.TimePasses(Duration.FromMinutes(10));
        var late = await clinic.Books(Visits.WithHold(hold.Token));
        var other = await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery, "Ben"));

        Assert.Equal(SchedulingRefusals.HoldExpired, late.Refusal);
        Assert.Null(other.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_is_good_until_its_last_microsecond(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        clinic.TimePasses(Duration.FromMinutes(10) - Duration.FromTicks(10));

        Assert.Null((await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Choosing_another_time_gives_the_old_one_up_only_when_the_new_one_is_got(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.Books(Visits.Booking(Visits.Monday(11), DefaultPractice.Avery));
        var first = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        var lost = await clinic.Holds(Visits.Monday(11), DefaultPractice.Avery, replaces: first.Token);
        var stillKept = await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery);
        var got = await clinic.Holds(Visits.Monday(12), DefaultPractice.Avery, replaces: first.Token);
        var nowFree = await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery);

        Assert.Equal(SchedulingRefusals.SlotTaken, lost.Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, stillKept.Refusal);
        Assert.Null(got.Refusal);
        Assert.Null(nowFree.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_can_be_extended_twice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        clinic.TimePasses(Duration.FromMinutes(9));
        var first = await Extends(clinic, hold);
        clinic.TimePasses(Duration.FromMinutes(9));
        var second = await Extends(clinic, hold);
        var third = await Extends(clinic, hold);
        clinic.TimePasses(Duration.FromMinutes(9));

        Assert.Equal(1, first.Value.ExtensionsLeft);
        Assert.Equal(0, second.Value.ExtensionsLeft);
        Assert.Equal(ExtendHold.Exhausted, third.Refusal);
        Assert.Null((await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_was_kept_and_is_covered_by_time_off_now_is_refused_with_others_to_choose_from(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;
        await TakesOff(clinic, Visits.Monday(10, 15), Visits.Monday(12));

        var refused = (await clinic.Books(Visits.WithHold(hold.Token))).Refusal!;

        Assert.Equal(SchedulingRefusals.SlotUnavailable, refused);
        Assert.Equal(["time_off"], Assert.IsType<List<string>>(refused.Members["reasons"]));
        var others = Assert.IsAssignableFrom<IReadOnlyList<SlotOnTheWire>>(refused.Members["alternatives"]);
        Assert.Equal(3, others.Count);
        Assert.DoesNotContain(others, other => other.ProviderId == DefaultPractice.Avery && other.Start.ToInstant() >= Visits.Monday(10) && other.Start.ToInstant() < Visits.Monday(12));
        Assert.Null((await clinic.Holds(others[0].Start.ToInstant(), others[0].ProviderId, replaces: hold.Token)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_was_kept_and_only_touches_time_off_is_booked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;
        await TakesOff(clinic, hold.End.ToInstant(), Visits.Monday(12));

        Assert.Null((await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_was_given_up_is_over_for_a_server_whose_clock_is_behind(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var exchanged = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;
        var released = (await clinic.Holds(Visits.Monday(11), DefaultPractice.Avery)).Value;
        await clinic.Holds(Visits.Monday(12), DefaultPractice.Avery, replaces: exchanged.Token);
        await clinic.Ask((ReleaseHold.Handler release) => release.Handle(DefaultPractice.Slug, released.Id, released.Token, CancellationToken.None));

        clinic.TimePasses(-Duration.FromSeconds(1));

        Assert.Equal(SchedulingRefusals.HoldExpired, (await clinic.Holds(Visits.Monday(13), DefaultPractice.Avery, replaces: exchanged.Token)).Refusal);
        Assert.Equal(SchedulingRefusals.HoldExpired, (await clinic.Holds(Visits.Monday(13), DefaultPractice.Avery, replaces: released.Token)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_has_begun_is_not_booked_though_it_is_kept(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        clinic.TimePasses(Duration.FromMinutes(55));
        var hold = (await clinic.Holds(Visits.Monday(9), DefaultPractice.Avery)).Value;

        clinic.TimePasses(Duration.FromMinutes(5));

        Assert.Equal(SchedulingRefusals.SlotUnavailable, (await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_visitor_keeps_two_times_at_most(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, services => services.AddSingleton(new PublicAddress("https://clinic.example")));

        var answers = new List<Result<HoldSlot.Held>>();

        foreach (var hour in new[] { 10, 11, 12 })
        {
            answers.Add(await clinic.Holds(Visits.Monday(hour), DefaultPractice.Avery));
        }

        Assert.Null(answers[0].Refusal);
        Assert.Null(answers[1].Refusal);
        Assert.Equal(Refusals.TooManyRequests, answers[2].Refusal);
        Assert.Null((await clinic.Holds(Visits.Monday(12), DefaultPractice.Avery, replaces: answers[0].Value.Token)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_visitor_who_asks_for_many_times_at_once_keeps_two(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, services => services.AddSingleton(new PublicAddress("https://clinic.example")));

        var answers = await Together(12, i => clinic.Holds(Visits.Monday(10 + (i / 2), i % 2 * 30), DefaultPractice.Avery));

        Assert.Equal(2, answers.Count(answer => answer.Refusal is null));
    }

    [Theory, EveryDatabase]
    public async Task What_is_left_of_an_unused_hold_is_tidied_away(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        clinic.TimePasses(Duration.FromMinutes(11));
        await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None);

        await using (var scope = await clinic.Scope())
        {
            Assert.Empty(await scope.Db.Set<Reservation>().ToListAsync());
        }

        Assert.Equal(SchedulingRefusals.HoldExpired, (await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
        clinic.TimePasses(LapsedHolds.Remembered);
        await clinic.Services.GetRequiredService<DueRunner>().RunDue(CancellationToken.None);

        await using var later = await clinic.Scope();
        Assert.Empty(await later.Db.Set<Hold>().ToListAsync());
    }

    private static async Task TakesOff(TestClinic clinic, Instant from, Instant to)
    {
        var request = new AddException.Request { Kind = ExceptionKind.TimeOff, Start = from, End = to };
        Assert.Null((await clinic.AsDesk((AddException.Handler add) => add.Handle(DefaultPractice.Avery, request, CancellationToken.None))).Refusal);
    }

    private static Task<Result<ExtendHold.Extended>> Extends(TestClinic clinic, HoldSlot.Held hold) =>
        clinic.Ask((ExtendHold.Handler extend) => extend.Handle(DefaultPractice.Slug, hold.Id, hold.Token, CancellationToken.None));
}
