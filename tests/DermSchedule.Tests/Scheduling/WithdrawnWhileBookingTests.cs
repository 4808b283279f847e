using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>What the clinic stops offering while somebody books: the booking is judged by what is offered when it is written (domain.md 3).</summary>
public sealed class WithdrawnWhileBookingTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task A_type_is_retired_or_booked_and_no_visit_of_it_is_overlooked(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        for (var round = 0; round < 12; round++)
        {
            var type = await Added(clinic);
            var start = Visits.Monday(9) + Duration.FromDays(round % 5);

            var answers = await Together(8, async i => i == 3
                ? (await clinic.Ask((RetireAppointmentType.Handler retire) => retire.Handle(type, false, CancellationToken.None))).Refusal
                : (await clinic.Books(Visits.Booking(start + Duration.FromMinutes(30 * i), provider: null, $"Ana{(char)('a' + i)}") with { AppointmentTypeId = type })).Refusal);

            await using var scope = await clinic.Scope();
            var booked = await scope.Db.Set<Appointment>().CountAsync(visit => visit.AppointmentTypeId == type && visit.Status != AppointmentStatus.Cancelled);
            Assert.Equal(answers.Where((_, i) => i != 3).Count(refusal => refusal is null), booked);
            Assert.Equal(answers[3] is null ? 0 : booked, booked);
            Assert.True(answers[3] is null || (answers[3] == SchedulingRefusals.HasFutureVisits && booked > 0), answers[3]?.Code);
            Assert.All(answers.Where((refusal, i) => i != 3 && refusal is not null), refusal => Assert.True(refusal == Refusals.NotFound || refusal == SchedulingRefusals.SlotTaken, refusal!.Code));
            await Empties(clinic, type);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_wish_that_is_older_than_the_settings_is_judged_by_the_settings(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var wish = await Wish(clinic);
        var standing = wish with { Standing = true, StartsAt = Visits.Monday(16) };
        await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery));

        await Changes(clinic, """{ "dailyCap": 1 }""");
        Assert.Equal(SchedulingRefusals.SlotUnavailable, await Takes(clinic, wish));
        await Changes(clinic, """{ "dailyCap": null, "urgentOnly": true }""");
        Assert.Equal(SchedulingRefusals.TriageBlocked, await Takes(clinic, wish));
        await Changes(clinic, """{ "urgentOnly": false, "onlineBookable": false }""");
        Assert.Equal(SchedulingRefusals.SlotUnavailable, await Takes(clinic, wish));
        await Changes(clinic, """{ "onlineBookable": true }""");
        await clinic.Ask((RetireAppointmentType.Handler retire) => retire.Handle(DefaultPractice.SkinCheck, true, CancellationToken.None));
        Assert.Equal(Refusals.NotFound, await Takes(clinic, wish));
        Assert.Equal(SchedulingRefusals.SlotUnavailable, await Takes(clinic, standing));
        Assert.Null(await Takes(clinic, standing with { Staff = true }));
        await Changes(clinic, """{ "active": true }""");
        Assert.Null(await Takes(clinic, wish));
    }

    [Theory, EveryDatabase]
    public async Task A_time_kept_for_a_visit_that_is_not_booked_online_any_more_is_refused(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        await Changes(clinic, """{ "urgentOnly": true }""");
        var urgent = await clinic.Books(Visits.WithHold(hold.Token));
        await Changes(clinic, """{ "urgentOnly": false, "onlineBookable": false }""");
        var byPhone = await clinic.Books(Visits.WithHold(hold.Token));
        await Changes(clinic, """{ "onlineBookable": true }""");
        var again = await clinic.Books(Visits.WithHold(hold.Token));

        Assert.Equal(SchedulingRefusals.TriageBlocked, urgent.Refusal);
        Assert.Equal(SchedulingRefusals.SlotUnavailable, byPhone.Refusal);
        Assert.Null(again.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_who_stopped_working_is_no_mistake_in_the_form(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.Ask((RetireProvider.Handler retire) => retire.Handle(DefaultPractice.Avery, false, CancellationToken.None));

        var gone = await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery));
        var unknown = await clinic.Books(Visits.Booking(Visits.Monday(10), new ProviderId(Guid.CreateVersion7())));

        Assert.Equal(SchedulingRefusals.SlotUnavailable, gone.Refusal);
        Assert.Equal(3, Assert.IsAssignableFrom<IReadOnlyList<SlotOnTheWire>>(gone.Refusal!.Members["alternatives"]).Count);
        Assert.Equal(Refusals.ValidationFailed, unknown.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_time_kept_for_one_kind_of_patient_is_not_booked_by_the_other(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var hold = (await clinic.Holds(Visits.Monday(10), DefaultPractice.Avery)).Value;

        var other = await clinic.Books(Visits.WithHold(hold.Token) with { PatientKind = PatientKind.Established });

        Assert.Equal(["patientKind"], other.Fields());
        Assert.Null((await clinic.Books(Visits.WithHold(hold.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_patient_does_not_move_a_visit_to_another_time_at_a_clinic_that_closed(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery))).Value.Id;
        await clinic.AsDesk((RetireClinic.Handler retire) => retire.Handle(DefaultPractice.Clinic, true, CancellationToken.None));

        Assert.Equal(SchedulingRefusals.SlotUnavailable, (await clinic.Moves(visit, Visits.Monday(11), DefaultPractice.Avery)).Refusal);
    }

    private static async Task<AppointmentTypeId> Added(TestClinic clinic)
    {
        var request = new AddAppointmentType.Request { Name = "Passing fashion", Category = Category.Medical, DurationMinutes = 30, StartGridMinutes = 30, MinimumNoticeMinutes = 0 };
        return (await clinic.Ask((AddAppointmentType.Handler add) => add.Handle(request, CancellationToken.None))).Value.Id;
    }

    private static async Task Changes(TestClinic clinic, string patch) => Assert.Null(
        (await clinic.AsDesk((ChangeAppointmentType.Handler change) => change.Handle(DefaultPractice.SkinCheck, Said.Json(patch), CancellationToken.None))).Refusal);

    private static async Task Empties(TestClinic clinic, AppointmentTypeId type)
    {
        await using var scope = await clinic.Scope();

        foreach (var visit in await scope.Db.Set<Appointment>().AsNoTracking().Where(visit => visit.AppointmentTypeId == type).Select(visit => visit.Id).ToListAsync())
        {
            await clinic.Cancels(visit);
        }
    }

    private static async Task<SlotWish> Wish(TestClinic clinic)
    {
        var catalog = await clinic.Ask((Catalogs catalogs) => catalogs.Current(CancellationToken.None));
        return new SlotWish(catalog.Clinics[DefaultPractice.Clinic], catalog.AppointmentTypes[DefaultPractice.SkinCheck], DefaultPractice.Avery, Visits.Monday(11), PatientKind.New);
    }

    // In a unit that comes to nothing, so that the next may ask for the same time.
    private static async Task<Refusal?> Takes(TestClinic clinic, SlotWish wish)
    {
        await using var scope = await clinic.Scope();
        var taken = await scope.Db.Write<TakenSlot>(
            async () => (await scope.Get<SlotTaker>().Take(wish, Guid.CreateVersion7(), ReservationKind.Appointment, null, null, clinic.Now, CancellationToken.None)).Refusal is { } refusal
                ? refusal
                : Refusals.StaleVersion,
            CancellationToken.None);
        return taken.Refusal == Refusals.StaleVersion ? null : taken.Refusal;
    }
}
