using DermSchedule.Audit;
using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>What a visit goes through from booking to its end (domain.md 5).</summary>
public sealed class LifecycleTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task A_visit_more_than_a_day_ahead_waits_for_its_confirmation(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var soon = await clinic.Books(Visits.Booking(Visits.Monday(16), first: "Ana"));
        var later = await clinic.Books(Visits.Booking(Visits.Monday(16) + Duration.FromDays(1), first: "Ben"));

        Assert.Equal(AppointmentStatus.Confirmed, soon.Value.Status);
        Assert.Equal(AppointmentStatus.Pending, later.Value.Status);
    }

    [Theory, EveryDatabase]
    public async Task Confirming_or_cancelling_twice_changes_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10)))).Value.Id;

        var first = await Confirms(clinic, visit);
        var second = await Confirms(clinic, visit);
        var cancelled = await clinic.Cancels(visit);
        var again = await clinic.Cancels(visit);

        Assert.Equal(first.Value.Version, second.Value.Version);
        Assert.Equal(AppointmentStatus.Cancelled, cancelled.Value.Status);
        Assert.Equal(AppointmentStatus.Cancelled, again.Value.Status);
        Assert.Equal(["booked", "confirmed", "cancelled"], await Story(clinic, visit));
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_time_is_free_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;

        await clinic.Cancels(visit);
        var next = await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery, "Ben"));

        Assert.Null(next.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_move_keeps_the_visit_and_frees_only_the_old_time(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;

        var moved = await clinic.Moves(visit, Tuesday(11), DefaultPractice.Avery);

        Assert.Equal(visit, moved.Value.Id);
        Assert.Null((await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery, "Ben"))).Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, (await clinic.Books(Visits.Booking(Tuesday(11), DefaultPractice.Avery, "Cleo"))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_move_that_fails_leaves_the_visit_where_it_was(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;
        await clinic.Books(Visits.Booking(Tuesday(11), DefaultPractice.Avery, "Ben"));

        var moved = await clinic.Moves(visit, Tuesday(11), DefaultPractice.Avery);

        Assert.Equal(SchedulingRefusals.SlotTaken, moved.Refusal);
        Assert.Equal(3, Assert.IsType<IReadOnlyList<SlotOnTheWire>>(moved.Refusal!.Members["alternatives"], exactMatch: false).Count);
        Assert.Equal(SchedulingRefusals.SlotTaken, (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery, "Cleo"))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task The_desk_takes_a_check_in_back_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(9)))).Value.Id;
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "checked_in" });

        var undone = await Undoes(clinic, visit);
        var again = await Undoes(clinic, visit);

        Assert.Equal(AppointmentStatus.Confirmed, undone.Value.Status);
        Assert.Equal(SchedulingRefusals.IllegalTransition, again.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_cancel_comes_back_within_a_quarter_of_an_hour_if_its_time_is_still_free(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var kept = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;
        var lost = (await clinic.Books(Visits.Booking(Tuesday(11), DefaultPractice.Avery))).Value.Id;
        var late = (await clinic.Books(Visits.Booking(Tuesday(12), DefaultPractice.Avery))).Value.Id;
        await clinic.Cancels(kept);
        await clinic.Cancels(lost);
        await clinic.Cancels(late);
        await clinic.Books(Visits.Booking(Tuesday(11), DefaultPractice.Avery, "Ben"));

        clinic.TimePasses(Transitions.CancelUndo);
        var back = await Undoes(clinic, kept);
        var gone = await Undoes(clinic, lost);
        clinic.TimePasses(Duration.FromSeconds(1));
        var tooLate = await Undoes(clinic, late);

        Assert.Equal(AppointmentStatus.Pending, back.Value.Status);
        Assert.Equal(SchedulingRefusals.SlotTaken, gone.Refusal);
        Assert.Equal(SchedulingRefusals.IllegalTransition, tooLate.Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery, "Cleo"))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_overbooked_visit_comes_back_to_its_lane_and_keeps_it_when_its_length_changes(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.BooksAtDesk(Tuesday(10), DefaultPractice.Avery, "Ana");
        var second = (await clinic.BooksAtDesk(Tuesday(10), DefaultPractice.Avery, "Ben", request => request with { Overbook = true })).Value.Id;

        await clinic.Sets(second, new ChangeAppointment.Request { Status = "cancelled" });
        var back = await Undoes(clinic, second);
        var shorter = await clinic.Sets(second, new ChangeAppointment.Request { DurationMinutes = 20, Override = true });
        var elsewhere = await clinic.Sets(second, new ChangeAppointment.Request { Start = Tuesday(11) });
        Assert.Empty(elsewhere.Value.Flags!.Where(flag => flag == VisitFlags.Overbooked));
        await clinic.BooksAtDesk(Tuesday(12), DefaultPractice.Avery, "Cleo");
        var onto = await clinic.Sets(second, new ChangeAppointment.Request { Start = Tuesday(12) });

        Assert.Equal([VisitFlags.Overbooked], back.Value.Flags!);
        Assert.Equal(20, shorter.Value.DurationMinutes);
        Assert.Null(elsewhere.Refusal);
        Assert.Equal(SchedulingRefusals.SlotTaken, onto.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_patient_does_not_take_a_no_show_back(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(9)))).Value.Id;
        clinic.TimePasses(Duration.FromMinutes(80));
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "no_show" });

        var byLink = await Confirms(clinic, visit);
        var byDesk = await clinic.Sets(visit, new ChangeAppointment.Request { Status = "checked_in" });

        Assert.Equal(SchedulingRefusals.IllegalTransition, byLink.Refusal);
        Assert.Equal(AppointmentStatus.CheckedIn, byDesk.Value.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_call_that_changes_nothing_and_shows_the_visit_is_a_read(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10)))).Value.Id;
        await Confirms(clinic, visit);
        await clinic.AsDesk((ConfirmAppointment.Handler confirm) => confirm.Handle(new ConfirmAppointment.Request(visit), CancellationToken.None));
        await clinic.Sets(visit, new ChangeAppointment.Request { Status = "confirmed" });

        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().Where(entry => entry.EntityId == visit.Value).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync();

        Assert.Equal(["appointment.booked", "appointment.confirmed", "appointment.read", "appointment.read"], lines);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_a_no_show_before_the_grace_time_is_over(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(9)))).Value.Id;

        clinic.TimePasses(Duration.FromMinutes(74));
        var early = await clinic.Sets(visit, new ChangeAppointment.Request { Status = "no_show" });
        clinic.TimePasses(Duration.FromMinutes(1));
        var due = await clinic.Sets(visit, new ChangeAppointment.Request { Status = "no_show" });

        Assert.Equal(SchedulingRefusals.IllegalTransition, early.Refusal);
        Assert.Equal(AppointmentStatus.NoShow, due.Value.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_change_against_an_old_version_is_refused_and_changes_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10)))).Value.Id;
        await Confirms(clinic, visit);

        var stale = await clinic.Sets(visit, new ChangeAppointment.Request { Notes = "left the door open" }, ifMatch: "\"1\"");
        var missing = await clinic.Sets(visit, new ChangeAppointment.Request { Notes = "left the door open" }, ifMatch: null);

        Assert.Equal(Refusals.StaleVersion, stale.Refusal);
        Assert.Equal(Refusals.PreconditionRequired, missing.Refusal);
        Assert.Equal(["booked", "confirmed"], await Story(clinic, visit));
    }

    [Theory, EveryDatabase]
    public async Task A_link_opens_its_own_visit_and_no_other_until_the_day_after(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var mine = (await clinic.Books(Visits.Booking(Visits.Monday(9)))).Value.Id;
        var other = (await clinic.Books(Visits.Booking(Visits.Monday(10), first: "Ben"))).Value.Id;

        var own = await clinic.AsPatient(mine, (ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(mine), CancellationToken.None));
        var foreign = await clinic.AsPatient(mine, (ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(other), CancellationToken.None));
        clinic.TimePasses(Duration.FromHours(26));
        var old = await clinic.AsPatient(mine, (ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(mine), CancellationToken.None));

        Assert.Null(own.Value.PatientName);
        Assert.Equal(Refusals.NotFound, foreign.Refusal);
        Assert.Equal(Refusals.NotFound, old.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_writes_its_audit_line_and_its_notice_or_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;
        await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery, "Ben"));

        await using var scope = await clinic.Scope();
        var lines = await scope.Db.Set<AuditEntry>().Where(entry => entry.Action == "appointment.booked").ToListAsync();
        var notices = await scope.Db.Set<DueRow>().Where(row => row.Kind == Appointments.Notice).ToListAsync();
        var people = await scope.Db.Set<Patient>().CountAsync();

        Assert.Equal(visit.Value, Assert.Single(lines).EntityId);
        Assert.Equal(visit.Value, Assert.Single(notices).SubjectId);
        Assert.Equal(1, people);
    }

    private static Instant Tuesday(int hour) => Visits.Monday(hour) + Duration.FromDays(1);

    private static Task<Result<VisitView>> Confirms(TestClinic clinic, AppointmentId visit) =>
        clinic.AsPatient(visit, (ConfirmAppointment.Handler confirm) => confirm.Handle(new ConfirmAppointment.Request(visit), CancellationToken.None));

    private static Task<Result<VisitView>> Undoes(TestClinic clinic, AppointmentId visit) =>
        clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visit, "*", CancellationToken.None));

    private static async Task<IReadOnlyList<string>> Story(TestClinic clinic, AppointmentId visit)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<AppointmentEvent>().Where(row => row.AppointmentId == visit).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync();
    }
}
