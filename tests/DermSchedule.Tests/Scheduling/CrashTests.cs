using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Triage;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>
/// Whichever call to the database fails, a request has happened wholly or not at all, in every table; and whoever repeats it with its
/// Idempotency-Key ends where they would have without the failure (R-CO-5).
/// </summary>
public sealed class CrashTests : ClinicTests
{
    private static readonly ClinicClock NewYork = ClinicClock.In(DefaultPractice.Zone);

    private delegate Task<Refusal?> Request();

    [Theory, EveryDatabase]
    public Task A_hold_survives_the_failure_of_any_call(Engine engine) => Survives(engine, (clinic, round) =>
        Task.FromResult<Request>(() => Send<HoldSlot.Handler, HoldSlot.Held>(clinic, round, Nobody, hold => hold.Handle(DefaultPractice.Slug, Hold(Slot(round)), CancellationToken.None))));

    [Theory, EveryDatabase]
    public Task A_hold_that_replaces_another_survives_the_failure_of_any_call(Engine engine) => Survives(engine, async (clinic, round) =>
    {
        var old = (await clinic.Holds(Slot(2 * round), DefaultPractice.Avery)).Value.Token;
        var wanted = Hold(Slot((2 * round) + 1)) with { Replaces = old };
        return () => Send<HoldSlot.Handler, HoldSlot.Held>(clinic, round, Nobody, hold => hold.Handle(DefaultPractice.Slug, wanted, CancellationToken.None));
    });

    [Theory, EveryDatabase]
    public Task A_booking_survives_the_failure_of_any_call(Engine engine) => Survives(engine, (clinic, round) =>
        Task.FromResult<Request>(() => Books(clinic, round, Of(round, Visits.Booking(Slot(round), DefaultPractice.Avery)))));

    [Theory, EveryDatabase]
    public Task A_booking_from_a_hold_survives_the_failure_of_any_call(Engine engine) => Survives(engine, async (clinic, round) =>
    {
        var held = (await clinic.Holds(Slot(round), DefaultPractice.Avery)).Value.Token;
        return () => Books(clinic, round, Of(round, Visits.WithHold(held)));
    });

    [Theory, EveryDatabase]
    public Task A_move_survives_the_failure_of_any_call(Engine engine) => Survives(engine, async (clinic, round) =>
    {
        var visit = await Booked(clinic, round, Slot(2 * round));
        var there = new RescheduleAppointment.Request { Start = Slot((2 * round) + 1) };
        return () => Send<RescheduleAppointment.Handler, VisitView>(clinic, round, PatientOf(visit), move => move.Handle(visit, there, CancellationToken.None));
    });

    [Theory, EveryDatabase]
    public Task A_cancel_survives_the_failure_of_any_call(Engine engine) => Survives(engine, async (clinic, round) =>
    {
        var visit = await Booked(clinic, round, Slot(round));
        var request = new CancelAppointment.Request(visit, null, null);
        return () => Send<CancelAppointment.Handler, CancelAppointment.Cancelled>(clinic, round, PatientOf(visit), cancel => cancel.Handle(request, CancellationToken.None));
    });

    [Theory, EveryDatabase]
    public Task A_change_of_status_survives_the_failure_of_any_call(Engine engine) => Survives(engine, async (clinic, round) =>
    {
        var visit = await Booked(clinic, round, Slot(round));
        var request = new ChangeAppointment.Request { Status = "checked_in" };
        return () => Send<ChangeAppointment.Handler, VisitView>(clinic, round, Desk, change => change.Handle(visit, request, "*", CancellationToken.None));
    });

    [Theory, EveryDatabase]
    public Task A_block_survives_the_failure_of_any_call(Engine engine) => Survives(engine, (clinic, round) =>
    {
        var request = new BlockTime.Request { ClinicId = DefaultPractice.Clinic, ProviderId = DefaultPractice.Avery, Start = Slot(round), End = Slot(round) + Duration.FromMinutes(30), Reason = "lunch" };
        return Task.FromResult<Request>(() => Send<BlockTime.Handler, BlockTime.Answer>(clinic, round, Desk, block => block.Handle(request, CancellationToken.None)));
    });

    // Answers, alarm, outgoing notice and audit line: all, or none of them.
    [Theory, EveryDatabase]
    public Task Alarming_answers_survive_the_failure_of_any_call(Engine engine) => Survives(engine, (clinic, round) =>
    {
        var request = Answers.Of(Answers.Emergency);
        return Task.FromResult<Request>(() => Send<SubmitTriage.Handler, SubmitTriage.Judged>(clinic, round, Nobody, submit => submit.Handle(DefaultPractice.Slug, request, null, CancellationToken.None)));
    });

    /// <summary>Breaks the first call, the second, and so on until a request gets through with none left to break.</summary>
    private static async Task Survives(Engine engine, Func<TestClinic, int, Task<Request>> prepare)
    {
        var faults = new Faults();
        await using var clinic = await OpenClinic(engine, services => Visits.Host(services.ConfigureDbContext<ScheduleDb>(options => options.AddInterceptors(faults))));
        var unbroken = await prepare(clinic, 0);
        var start = await Contents.Of(clinic);
        Assert.Null(await unbroken());
        var whole = (await Contents.Of(clinic)).Since(start);
        var (nothing, all) = (0, 0);

        for (var nth = 1; ; nth++)
        {
            var request = await prepare(clinic, nth);
            var before = await Contents.Of(clinic);
            var broken = await Faults.Break(nth, clinic, async () => Assert.Null(await request()));
            var written = (await Contents.Of(clinic)).Since(before);

            if (!broken)
            {
                Assert.Equal(whole, written);
                break;
            }

            Assert.True(written.Length == 0 || written == whole, $"After call {nth} failed: {written}; it should be nothing, or all of: {whole}");
            Assert.Null(await request());
            Assert.Equal(whole, (await Contents.Of(clinic)).Since(before));
            _ = written.Length == 0 ? nothing++ : all++;
        }

        // Begin, read, write, commit at the least; and one commit happened of which nobody heard.
        Assert.True(nothing >= 4, $"Only {nothing} calls were broken.");
        Assert.Equal(1, all);
    }

    private static async Task<Refusal?> Send<THandler, TAnswer>(TestClinic clinic, int round, Action<Caller> become, Func<THandler, Task<Result<TAnswer>>> ask)
        where THandler : notnull
    {
        await using var scope = await clinic.Scope();
        become(scope.Get<Caller>());
        scope.Get<IdempotentRequest>().Arm(typeof(THandler).FullName!, "caller", $"key {round}", []);
        return (await ask(scope.Get<THandler>())).Refusal;
    }

    private static Task<Refusal?> Books(TestClinic clinic, int round, BookAppointment.Request request) =>
        Send<BookAppointment.Handler, BookAppointment.Booked>(clinic, round, Nobody, book => book.Handle(DefaultPractice.Slug, request, CancellationToken.None));

    private static async Task<AppointmentId> Booked(TestClinic clinic, int round, Instant start) =>
        (await clinic.Books(Of(round, Visits.Booking(start, DefaultPractice.Avery)))).Value.Id;

    private static HoldSlot.Request Hold(Instant start) =>
        new() { AppointmentTypeId = DefaultPractice.SkinCheck, ProviderId = DefaultPractice.Avery, Start = start, PatientKind = Practices.PatientKind.New };

    // Somebody new every round, so that every round writes the same.
    private static BookAppointment.Request Of(int round, BookAppointment.Request request) =>
        request with { Patient = new TypedPerson("Ana", "Rivera", NewYork.DateOf(Slot(0)).PlusYears(-40).PlusDays(-round).ToString("R", null), $"(212) 555-{1000 + round}", null) };

    private static void Nobody(Caller caller) => Assert.Equal(CallerKind.Anonymous, caller.Kind);

    private static void Desk(Caller caller) => caller.BecomeStaff(CallerKind.User, new Guid("01950000-0000-7000-8000-0000000000aa"), null, Enum.GetValues<Role>(), null);

    private static Action<Caller> PatientOf(AppointmentId visit) => caller => caller.BecomePatient(visit.Value);

    // Sixteen half hours a day, weekdays only, from the second Monday on.
    private static Instant Slot(int index)
    {
        var day = index / 16;
        var date = new LocalDate(2027, 3, 8).PlusDays((7 * (day / 5)) + (day % 5));
        return NewYork.Bound(date.At(new LocalTime(9, 0))) + Duration.FromMinutes(30 * (index % 16));
    }
}
