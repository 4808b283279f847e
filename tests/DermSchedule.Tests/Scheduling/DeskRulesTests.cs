using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>What the desk may do to a visit, and what nobody may.</summary>
public sealed class DeskRulesTests : ClinicTests
{
    private static readonly ResourceId Laser = new(new Guid("01950000-0000-7000-8000-0000000000c1"));
    private static readonly ResourceId Room = new(new Guid("01950000-0000-7000-8000-0000000000c2"));
    private static readonly ResourceId Elsewhere = new(new Guid("01950000-0000-7000-8000-0000000000c3"));

    [Theory, EveryDatabase]
    public async Task A_visit_takes_only_rooms_of_its_clinic_and_keeps_every_kind_it_needs(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await HasLaser(clinic);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;

        foreach (var wrong in new ResourceId[][] { [], [Room], [Elsewhere], [Laser, Laser], [new(Guid.CreateVersion7())] })
        {
            Assert.Equal(Refusals.ValidationFailed, (await clinic.Sets(visit, new ChangeAppointment.Request { ResourceIds = wrong })).Refusal);
        }

        Assert.Equal([Laser, Room], (await clinic.Sets(visit, new ChangeAppointment.Request { ResourceIds = [Laser, Room] })).Value.ResourceIds);
    }

    [Theory, EveryDatabase]
    public async Task Who_was_given_up_may_still_come_within_the_review_window(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var came = (await clinic.Books(Visits.Booking(Visits.Monday(9), DefaultPractice.Avery))).Value.Id;
        var late = (await clinic.Books(Visits.Booking(Visits.Monday(9), DefaultPractice.Brook, "Ben"))).Value.Id;
        clinic.TimePasses(Duration.FromMinutes(90));
        await clinic.Sets(came, new ChangeAppointment.Request { Status = "no_show" });
        await clinic.Sets(late, new ChangeAppointment.Request { Status = "no_show" });

        var checkedIn = await clinic.Sets(came, new ChangeAppointment.Request { Status = "checked_in" });
        clinic.TimePasses(Duration.FromHours(24) + Duration.FromSeconds(1));
        var tooLate = await clinic.Sets(late, new ChangeAppointment.Request { Status = "checked_in" });

        Assert.Equal(AppointmentStatus.CheckedIn, checkedIn.Value.Status);
        Assert.Equal(SchedulingRefusals.IllegalTransition, tooLate.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_patient_who_did_not_agree_to_a_move_is_asked_however_near_it_is(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;

        var asked = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(15) });
        var agreed = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(16), Agreed = true });

        Assert.Equal(AppointmentStatus.Pending, asked.Value.Status);
        Assert.Equal(AppointmentStatus.Confirmed, agreed.Value.Status);
    }

    [Theory, EveryDatabase]
    public async Task A_new_start_and_a_new_length_are_one_move_all_or_none(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;
        await clinic.Books(Visits.Booking(Tuesday(12), DefaultPractice.Avery, "Eva"));

        var tooLong = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Tuesday(11), DurationMinutes = 90, Agreed = true });
        var fits = await clinic.Sets(visit, new ChangeAppointment.Request { Start = Tuesday(11), DurationMinutes = 60, Agreed = true });
        var history = await clinic.AsDesk((AppointmentHistory.Handler read) => read.Handle(new AppointmentHistory.Request(visit), CancellationToken.None));

        Assert.Equal(SchedulingRefusals.SlotTaken, tooLong.Refusal);
        Assert.Equal((Tuesday(11), Tuesday(12), 60), (fits.Value.Start.ToInstant(), fits.Value.End.ToInstant(), fits.Value.DurationMinutes));
        Assert.Equal(2, history.Value.Items.Count);
        Assert.Equal(Refusals.ValidationFailed, (await clinic.Sets(visit, new ChangeAppointment.Request { Start = Tuesday(11), Status = "checked_in" })).Refusal);
        Assert.Equal(Refusals.ValidationFailed, (await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 30, Notes = "Short" })).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task What_other_systems_call_a_visit_is_kept_for_the_desk_alone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        ExternalIdWords one = new() { System = "ehr", Value = "V-1" }, other = new() { System = "lab", Value = "7" };

        var booked = await clinic.BooksAtDesk(Tuesday(10), DefaultPractice.Avery, "Ana", request => request with { ExternalIds = [one] });
        var id = booked.Value.Id;
        var changed = await clinic.Sets(id, new ChangeAppointment.Request { ExternalIds = [one, other] });
        var twice = await clinic.Sets(id, new ChangeAppointment.Request { ExternalIds = [one, one] });
        var both = await clinic.Sets(id, new ChangeAppointment.Request { ExternalIds = [], Status = "cancelled" });
        var own = await clinic.AsPatient(id, (ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(id), CancellationToken.None));

        Assert.Equal([one], booked.Value.ExternalIds!);
        Assert.Equal([one, other], changed.Value.ExternalIds!);
        Assert.Equal(["externalIds"], Settings.Said.Fields(twice));
        Assert.Equal(["externalIds"], Settings.Said.Fields(await clinic.Sets(id, new ChangeAppointment.Request { ExternalIds = [null!] })));
        Assert.Equal(["status"], Settings.Said.Fields(both));
        Assert.Null(own.Value.ExternalIds);
    }

    [Theory, EveryDatabase]
    public async Task A_child_without_a_guardian_is_for_the_desk_to_settle(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var child = await clinic.BooksAtDesk(Tuesday(10), DefaultPractice.Avery, "Mia", request => request with { Patient = request.Patient! with { DateOfBirth = "2020-01-01" } });
        var adult = await clinic.BooksAtDesk(Tuesday(11), DefaultPractice.Avery, "Ana");

        Assert.Equal([VisitFlags.NoGuardian], child.Value.Flags!);
        Assert.Empty(adult.Value.Flags!);
    }

    [Theory, EveryDatabase]
    public async Task A_day_begins_at_its_clinics_own_midnight(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var phoenix = new ClinicId(new Guid("01950000-0000-7000-8000-0000000000d2"));
        await clinic.Has(new Clinic { PracticeId = DefaultPractice.Practice, Id = phoenix, Slug = "phoenix", Name = "Phoenix", TimeZone = "America/Phoenix", Phone = "+16025550101", Address = "2 Test Street" });
        await clinic.Write<Done>(async scope =>
        {
            await scope.Get<Catalogs>().Touch(CancellationToken.None);
            (await scope.Db.Set<Provider>().SingleAsync(provider => provider.Id == DefaultPractice.Brook)).ClinicIds = [DefaultPractice.Clinic, phoenix];
            return Done.Instance;
        });

        // 23:00 on the 2nd in Phoenix is one in the morning of the 3rd in New York.
        var late = await clinic.BooksAtDesk(
            Instant.FromUtc(2027, 3, 3, 6, 0), DefaultPractice.Brook, "Ana", request => request with { ClinicId = phoenix, Override = true });

        Assert.Equal([late.Value.Id], await On(clinic, "2027-03-02"));
        Assert.Empty(await On(clinic, "2027-03-03"));
    }

    [Theory, EveryDatabase]
    public async Task A_visit_and_its_buffers_take_at_most_a_day(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.AsDesk((ChangeAppointmentType.Handler change) => change.Handle(DefaultPractice.SkinCheck, Settings.Said.Json("""{ "bufferAfterMinutes": 15 }"""), CancellationToken.None));
        var visit = (await clinic.Books(Visits.Booking(Tuesday(10), DefaultPractice.Avery))).Value.Id;

        var tooLong = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 1426, Override = true });
        var allDay = await clinic.Sets(visit, new ChangeAppointment.Request { DurationMinutes = 1425, Override = true });

        Assert.Equal(["durationMinutes"], Settings.Said.Fields(tooLong));
        Assert.Equal(1425, allDay.Value.DurationMinutes);
    }

    [Theory, EveryDatabase]
    public async Task Consent_to_texts_is_kept_only_where_texts_are_sent(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await using var mute = clinic.SecondServer(services => services.AddSingleton(new TextMessages(AreSent: false)));

        var spoken = (await clinic.Books(Visits.Booking(Tuesday(10)) with { SmsConsent = true })).Value.Id;
        var unheard = (await mute.Books(Visits.Booking(Tuesday(11)) with { SmsConsent = true })).Value.Id;

        await using var scope = await clinic.Scope();
        Assert.True((await scope.Db.Set<Appointment>().SingleAsync(visit => visit.Id == spoken)).SmsConsent);
        Assert.False((await scope.Db.Set<Appointment>().SingleAsync(visit => visit.Id == unheard)).SmsConsent);
    }

    [Theory, EveryDatabase]
    public async Task A_walk_in_starts_now_whatever_time_is_sent(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        clinic.TimePasses(Duration.FromHours(2));

        var visit = await clinic.BooksAtDesk(Tuesday(10), DefaultPractice.Avery, "Ana", request => request with { WalkIn = true });

        Assert.Equal(AppointmentStatus.CheckedIn, visit.Value.Status);
        Assert.Equal(clinic.Now, visit.Value.Start.ToInstant());
        Assert.Equal(SchedulingRefusals.IllegalTransition, (await clinic.Sets(visit.Value.Id, new ChangeAppointment.Request { Start = Tuesday(10) })).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_child_is_booked_by_somebody_of_age(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var child = Visits.Booking(Tuesday(10)) with { Patient = new TypedPerson("Mia", "Rivera", "2015-06-01", null, null) };

        var alone = await clinic.Books(child with { Patient = child.Patient! with { Phone = "(212) 555-0140" } });
        var accompanied = await clinic.Books(child with { BookedBy = new TypedGuardian("Ana", "Rivera", "(212) 555-0140", "mother") });

        Assert.Contains("bookedBy", Assert.IsType<Dictionary<string, string[]>>(alone.Refusal!.Members["errors"]).Keys);
        Assert.Null(accompanied.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_booked_at_the_ends_of_time(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        foreach (var start in new[] { Instant.MinValue, Instant.MaxValue, Instant.FromUtc(9999, 12, 31, 23, 50) })
        {
            Assert.Equal(Refusals.ValidationFailed, (await clinic.BooksAtDesk(start, DefaultPractice.Avery, "Ana", request => request with { Override = true })).Refusal);
            Assert.Equal(Refusals.ValidationFailed, (await clinic.Books(Visits.Booking(start))).Refusal);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_type_that_needs_a_triage_or_was_withdrawn_is_refused_at_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var kept = (await clinic.Holds(Tuesday(10), DefaultPractice.Avery)).Value;
        await Changes(clinic, type => type.UrgentOnly = true);
        var urgent = await clinic.Books(Visits.Booking(Tuesday(11)));
        await Changes(clinic, type => (type.UrgentOnly, type.Active) = (false, false));

        var withdrawn = await clinic.Books(Visits.Booking(Tuesday(11)));
        var fromHold = await clinic.Books(Visits.WithHold(kept.Token));

        Assert.Equal(SchedulingRefusals.TriageBlocked, urgent.Refusal);
        Assert.Equal(Refusals.NotFound, withdrawn.Refusal);
        Assert.Equal(SchedulingRefusals.SlotUnavailable, fromHold.Refusal);
    }

    private static Instant Tuesday(int hour) => Visits.Monday(hour) + Duration.FromDays(1);

    private static async Task<IEnumerable<AppointmentId>> On(TestClinic clinic, string day)
    {
        var found = await clinic.AsDesk((ListAppointments.Handler list) => list.Handle(new ListAppointments.Request(day, day, null, null, null, null, null, null), CancellationToken.None));
        return found.Value.Items.Select(visit => visit.Id);
    }

    private static async Task HasLaser(TestClinic clinic)
    {
        var other = new ClinicId(new Guid("01950000-0000-7000-8000-0000000000d1"));
        await clinic.Has(
            new Clinic { PracticeId = DefaultPractice.Practice, Id = other, Slug = "uptown", Name = "Uptown", TimeZone = DefaultPractice.Zone, Phone = "+12125550101", Address = "2 Test Street" },
            new Resource { PracticeId = DefaultPractice.Practice, Id = Laser, ClinicId = DefaultPractice.Clinic, Name = "Laser 1", Kind = "laser" },
            new Resource { PracticeId = DefaultPractice.Practice, Id = Room, ClinicId = DefaultPractice.Clinic, Name = "Room 1", Kind = "room" },
            new Resource { PracticeId = DefaultPractice.Practice, Id = Elsewhere, ClinicId = other, Name = "Laser 2", Kind = "laser" });
        await Changes(clinic, type => type.ResourceKinds = ["laser"]);
    }

    private static Task Changes(TestClinic clinic, Action<AppointmentType> change) => clinic.Write<Done>(async scope =>
    {
        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        change(await scope.Db.Set<AppointmentType>().SingleAsync(type => type.Id == DefaultPractice.SkinCheck));
        return Done.Instance;
    });
}
