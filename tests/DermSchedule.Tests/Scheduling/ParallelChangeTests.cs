using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// One visit or one hold changed by several people at once: the changes come one after the other, each sees what the one before it did, and nobody is
/// answered with a failure (domain.md 3, 5).
/// </summary>
public sealed class ParallelChangeTests : ClinicTests
{
    private const int Rounds = 10;

    [Theory, EveryDatabase]
    public async Task A_double_tap_on_cancel_cancels_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < Rounds; round++)
        {
            var visit = (await clinic.Books(Visits.Booking(Slot(round), DefaultPractice.Avery))).Value.Id;

            var answers = await Together(6, _ => clinic.Cancels(visit));

            Assert.All(answers, answer => Assert.Equal(AppointmentStatus.Cancelled, answer.Value.Status));
            Assert.Equal(["booked", "cancelled"], await Story(clinic, visit));
            await using var scope = await clinic.Scope();
            Assert.Equal(2, await scope.Db.Set<DueRow>().CountAsync(row => row.Kind == Appointments.Notice && row.SubjectId == visit.Value));
        }
    }

    [Theory, EveryDatabase]
    public async Task Moves_cancel_and_confirmation_of_one_visit_come_one_after_the_other(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < Rounds; round++)
        {
            var visit = (await clinic.Books(Visits.Booking(Slot(round), DefaultPractice.Avery))).Value.Id;

            var answers = await Together(6, async i => i switch
            {
                0 => (await clinic.Cancels(visit)).Refusal,
                1 => (await Confirms(clinic, visit)).Refusal,
                _ => (await clinic.Moves(visit, Slot(round) + Duration.FromHours(i), DefaultPractice.Brook)).Refusal,
            });

            Assert.Null(answers[0]);
            Assert.All(answers, refusal => Assert.True(refusal is null || refusal == SchedulingRefusals.IllegalTransition, refusal?.Code));
            var story = await Story(clinic, visit);
            Assert.Equal(1 + answers.Count(refusal => refusal is null), story.Count);
            Assert.Equal("cancelled", story[^1]);
        }

        await using var scope = await clinic.Scope();
        Assert.Equal(0, await scope.Db.Set<Reservation>().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_the_desk_who_saw_the_same_version_one_changes_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < Rounds; round++)
        {
            var visit = (await clinic.Books(Visits.Booking(Slot(round), DefaultPractice.Avery))).Value.Id;

            var answers = await Together(5, i => clinic.Sets(
                visit, i % 2 == 0 ? new ChangeAppointment.Request { Status = "cancelled" } : new ChangeAppointment.Request { Start = Slot(round) + Duration.FromHours(4) }, ifMatch: "\"1\""));

            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal(4, answers.Count(answer => answer.Refusal == Refusals.StaleVersion));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_hold_is_extended_twice_however_many_ask_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < Rounds; round++)
        {
            var hold = (await clinic.Holds(Slot(round), DefaultPractice.Avery)).Value;

            var answers = await Together(8, _ => Extends(clinic, hold));

            Assert.Equal([0, 1], answers.Where(answer => answer.Refusal is null).Select(answer => answer.Value.ExtensionsLeft).Order());
            Assert.Equal(6, answers.Count(answer => answer.Refusal == ExtendHold.Exhausted));
        }
    }

    [Theory, EveryDatabase]
    public async Task One_kept_time_becomes_one_other_whoever_asks_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < Rounds; round++)
        {
            var hold = (await clinic.Holds(Slot(round), DefaultPractice.Avery)).Value;

            var answers = await Together(6, i => clinic.Holds(Slot(round) + Duration.FromMinutes(30 * i), DefaultPractice.Brook, replaces: hold.Token));

            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal(5, answers.Count(answer => answer.Refusal == SchedulingRefusals.HoldExpired));
            await Releases(clinic, answers.Single(answer => answer.Refusal is null).Value);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_hold_is_booked_given_back_or_exchanged_and_never_two_of_these(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < 3 * Rounds; round++)
        {
            var hold = (await clinic.Holds(Slot(round), DefaultPractice.Avery)).Value;

            var answers = await Together(3, async i => ((round + i) % 3) switch
            {
                0 => (await clinic.Books(Visits.WithHold(hold.Token))).Refusal,
                1 => (await Releases(clinic, hold)).Refusal,
                _ => (await clinic.Holds(Slot(round), DefaultPractice.Brook, replaces: hold.Token)).Refusal,
            });

            Assert.Single(answers, refusal => refusal is null);
            Assert.All(answers, refusal => Assert.True(refusal is null || refusal == SchedulingRefusals.HoldExpired || refusal == SchedulingRefusals.HoldUsed, refusal?.Code));
        }
    }

    // Every hour and a half of the morning and noon, weekdays only: moves of a round stay in its day.
    private static Instant Slot(int round)
    {
        var day = round / 3;
        return Visits.Monday(9) + Duration.FromDays(7 + (7 * (day / 5)) + (day % 5)) + Duration.FromMinutes(60 * (round % 3));
    }

    private static Task<Result<VisitView>> Confirms(TestClinic clinic, AppointmentId visit) =>
        clinic.AsPatient(visit, (ConfirmAppointment.Handler confirm) => confirm.Handle(new ConfirmAppointment.Request(visit), CancellationToken.None));

    private static Task<Result<ExtendHold.Extended>> Extends(TestClinic clinic, HoldSlot.Held hold) =>
        clinic.Ask((ExtendHold.Handler extend) => extend.Handle(DefaultPractice.Slug, hold.Id, hold.Token, CancellationToken.None));

    private static Task<Result<Done>> Releases(TestClinic clinic, HoldSlot.Held hold) =>
        clinic.Ask((ReleaseHold.Handler release) => release.Handle(DefaultPractice.Slug, hold.Id, hold.Token, CancellationToken.None));

    private static async Task<IReadOnlyList<string>> Story(TestClinic clinic, AppointmentId visit)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<AppointmentEvent>().Where(row => row.AppointmentId == visit).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync();
    }
}
