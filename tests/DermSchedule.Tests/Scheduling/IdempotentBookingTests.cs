using System.Text;
using DermSchedule.Data;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>A booking that is sent again with its key is the same booking (R-CO-11).</summary>
public sealed class IdempotentBookingTests : ClinicTests
{
    private static readonly Instant NextWeek = Visits.Monday(10) + Duration.FromDays(7);

    [Theory, EveryDatabase]
    public async Task Fifty_repeats_at_once_make_one_visit_and_get_one_answer(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        // Anybody: a repeat that ran again would find the other provider free.
        var answers = await Together(50, _ => Send(clinic, Visits.Booking(NextWeek)));

        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        await using var scope = await clinic.Scope();
        Assert.Equal(answers[0].Value.Id, (await scope.Db.Set<Appointment>().SingleAsync()).Id);
        Assert.Equal(1, await scope.Db.Set<AppointmentEvent>().CountAsync());
        Assert.Single(await clinic.Reservations());
    }

    [Theory, EveryDatabase]
    public async Task A_later_repeat_shows_the_same_link_which_is_stored_nowhere_in_clear(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var booked = await Send(clinic, Visits.Booking(NextWeek));

        clinic.TimePasses(IdempotentRequest.Memory - Duration.FromSeconds(1));
        var again = await Send(clinic, Visits.Booking(NextWeek));

        Assert.Equal(booked.Value, again.Value);
        await using var scope = await clinic.Scope();
        var remembered = (await scope.Db.Set<IdempotentAnswer>().SingleAsync()).Answer.Bytes;
        Assert.Equal(-1, remembered.AsSpan().IndexOf(Encoding.UTF8.GetBytes(booked.Value.ManageToken)));
    }

    [Theory, EveryDatabase]
    public async Task A_booking_from_a_hold_that_is_repeated_is_not_told_that_the_hold_was_used(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = Visits.WithHold((await clinic.Holds(NextWeek)).Value.Token);

        var answers = await Together(20, _ => Send(clinic, hold));

        Assert.Single(answers.Select(answer => answer.Value).Distinct());
        Assert.Equal(SchedulingRefusals.HoldUsed, (await Send(clinic, hold, key: "another")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_bodies_under_one_key_one_is_booked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var answers = await Together(20, i => Send(clinic, Visits.Booking(NextWeek + Duration.FromHours(i % 2)), body: $"body {i % 2}"));

        Assert.Single(answers.Where(answer => answer.Refusal is null).Select(answer => answer.Value).Distinct());
        Assert.Equal(10, answers.Count(answer => answer.Refusal == IdempotentRequest.Mismatch));
        Assert.Single(await clinic.Reservations());
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_is_not_remembered(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var other = await clinic.Books(Visits.Booking(NextWeek, DefaultPractice.Avery, "Ben"));

        var refused = await Send(clinic, Visits.Booking(NextWeek, DefaultPractice.Avery));
        await clinic.Cancels(other.Value.Id);
        var booked = await Send(clinic, Visits.Booking(NextWeek, DefaultPractice.Avery));

        Assert.Equal(SchedulingRefusals.SlotTaken, refused.Refusal);
        Assert.Null(booked.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Another_caller_and_another_practice_do_not_see_the_answer(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var elsewhere = await OtherPractice.Opened(clinic);
        await Send(clinic, Visits.Booking(NextWeek, DefaultPractice.Avery));

        var otherCaller = await Send(clinic, Visits.Booking(NextWeek, DefaultPractice.Avery), caller: "somebody else");
        await using var scope = await clinic.Scope(elsewhere.Practice);
        Arm(scope, "key", "body", "caller");
        var otherPractice = await scope.Db.Write<BookAppointment.Booked>(() => Task.FromResult<Result<BookAppointment.Booked>>(Refusals.NotFound), CancellationToken.None);

        Assert.Equal(SchedulingRefusals.SlotTaken, otherCaller.Refusal);
        Assert.Equal(Refusals.NotFound, otherPractice.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task After_a_day_the_key_stands_for_a_new_booking(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await Send(clinic, Visits.Booking(NextWeek));

        clinic.TimePasses(IdempotentRequest.Memory);
        var second = await Send(clinic, Visits.Booking(NextWeek));

        Assert.NotEqual(first.Value.Id, second.Value.Id);
        Assert.NotEqual(first.Value.ProviderId, second.Value.ProviderId);
    }

    private static async Task<Result<BookAppointment.Booked>> Send(TestClinic clinic, BookAppointment.Request request, string key = "key", string body = "body", string caller = "caller")
    {
        await using var scope = await clinic.Scope();
        Arm(scope, key, body, caller);
        return await scope.Get<BookAppointment.Handler>().Handle(DefaultPractice.Slug, request, CancellationToken.None);
    }

    private static void Arm(ClinicScope scope, string key, string body, string caller) =>
        scope.Get<IdempotentRequest>().Arm("POST /clinics/{slug}/appointments", caller, key, Encoding.UTF8.GetBytes(body));
}
