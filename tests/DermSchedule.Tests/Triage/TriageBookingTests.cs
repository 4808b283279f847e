using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>What answers allow to be booked (domain.md 6, api.md): who needs help sooner books nothing, urgent leads to urgent and soon.</summary>
public sealed class TriageBookingTests : ClinicTests
{
    [Theory, EveryDatabase(Answers.Emergency, Answers.SameDay)]
    public async Task Who_needs_help_sooner_books_and_holds_nothing_and_is_given_the_phone(Engine engine, string symptoms)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(symptoms);

        var held = await clinic.Holds(Visits.Monday(10), DefaultPractice.SkinCheck, triage);
        var booked = await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage));

        Assert.Equal(SchedulingRefusals.TriageBlocked, held.Refusal);
        Assert.Equal(SchedulingRefusals.TriageBlocked, booked.Refusal);
        Assert.StartsWith("+1", (string?)booked.Refusal!.Members["phone"], StringComparison.Ordinal);
        Assert.Empty(triage.RecommendedAppointmentTypeIds);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_that_was_got_before_the_alarming_answers_does_not_become_a_visit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var held = (await clinic.Holds(Visits.Monday(10))).Value;
        var triage = await clinic.Says(Answers.Emergency);

        var booked = await clinic.Books(Visits.WithHold(held.Token).With(triage));

        Assert.Equal(SchedulingRefusals.TriageBlocked, booked.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_urgent_visit_needs_urgent_answers_and_urgent_answers_lead_to_no_other(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var urgentType = await clinic.HasUrgentVisits();
        var urgent = await clinic.Says(Answers.Urgent);
        var routine = await clinic.Says(Answers.Routine);

        Assert.Equal(Disposition.Urgent, urgent.Disposition);
        Assert.Equal([urgentType], urgent.RecommendedAppointmentTypeIds);
        Assert.Equal(SchedulingRefusals.TriageBlocked, (await clinic.Holds(Visits.Monday(10), urgentType, triage: null)).Refusal);
        Assert.Equal(SchedulingRefusals.TriageBlocked, (await clinic.Holds(Visits.Monday(10), urgentType, routine)).Refusal);
        Assert.Equal(SchedulingRefusals.TriageBlocked, (await clinic.Holds(Visits.Monday(10), DefaultPractice.SkinCheck, urgent)).Refusal);
        Assert.Null((await clinic.Holds(Visits.Monday(10), urgentType, urgent)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Urgent_answers_book_a_visit_within_14_days_and_not_later(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var type = await clinic.HasUrgentVisits();
        var urgent = await clinic.Says(Answers.Urgent);
        var soon = Visits.Monday(10) + Duration.FromDays(11);
        var late = Visits.Monday(10) + Duration.FromDays(15);

        var tooLate = await clinic.Books((Visits.Booking(late) with { AppointmentTypeId = type }).With(urgent));
        var inTime = await clinic.Books((Visits.Booking(soon) with { AppointmentTypeId = type }).With(urgent));

        Assert.Equal(SchedulingRefusals.SlotUnavailable, tooLate.Refusal);
        var offered = (IReadOnlyList<SlotOnTheWire>)tooLate.Refusal!.Members["alternatives"]!;
        Assert.All(offered, slot => Assert.True(slot.Start.ToInstant() <= clinic.Now + Duration.FromDays(14)));
        Assert.Null(inTime.Refusal);
        Assert.True((await clinic.Visit(inTime.Value.Id)).IsProtected);
    }

    [Theory, EveryDatabase]
    public async Task A_patient_cannot_move_an_urgent_visit_past_its_14_days_and_the_desk_can(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var type = await clinic.HasUrgentVisits();
        var urgent = await clinic.Says(Answers.Urgent);
        var visit = (await clinic.Books((Visits.Booking(Visits.Monday(10)) with { AppointmentTypeId = type }).With(urgent))).Value.Id;
        var late = Visits.Monday(10) + Duration.FromDays(21);

        var byPatient = await clinic.Moves(visit, late);
        var within = await clinic.Moves(visit, Visits.Monday(11) + Duration.FromDays(7));
        var byDesk = await clinic.Sets(visit, new ChangeAppointment.Request { Start = late });

        Assert.Equal(SchedulingRefusals.SlotUnavailable, byPatient.Refusal);
        Assert.Null(within.Refusal);
        Assert.Null(byDesk.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_medical_visit_without_the_questions_is_flagged_and_one_with_them_is_not(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);

        var without = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        var with = (await clinic.Books(Visits.Booking(Visits.Monday(11), first: "Grace", phone: "(212) 555-0199").With(triage))).Value.Id;

        Assert.Contains(VisitFlags.NotTriaged, (await clinic.Visit(without)).Flags);
        Assert.DoesNotContain(VisitFlags.NotTriaged, (await clinic.Visit(with)).Flags);
        Assert.False((await clinic.Visit(with)).IsProtected);
        Assert.Equal(triage.Id, (await clinic.Visit(with)).TriageId);
    }

    [Theory, EveryDatabase]
    public async Task Taking_an_alarming_answer_back_lets_one_book_and_the_visit_carries_the_higher(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Emergency);
        var second = (await clinic.Says(Answers.Of(Answers.Routine) with { Follows = new SubmitTriage.Earlier(first.Id, first.Token) })).Value;

        var booked = (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(second))).Value.Id;
        var shown = (await clinic.AsDesk((ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(booked), CancellationToken.None))).Value;

        Assert.Equal(Disposition.Routine, second.Disposition);
        Assert.Contains(VisitFlags.AnswersDiffer, (await clinic.Visit(booked)).Flags);
        Assert.True((await clinic.Visit(booked)).IsProtected);
        Assert.Equal((Disposition.Routine, Disposition.Emergency), (shown.Triage!.Disposition, shown.Triage.Carried));
    }

    [Theory, EveryDatabase]
    public async Task A_triage_is_of_use_to_its_author_only_and_for_14_days(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);
        var other = await clinic.Says(Answers.Routine);

        var stolen = await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage with { Token = other.Token }));
        var nameless = await clinic.Books(Visits.Booking(Visits.Monday(10)) with { TriageToken = triage.Token });
        clinic.TimePasses(Duration.FromDays(14) + Duration.FromSeconds(1));
        var old = await clinic.Books(Visits.Booking(Visits.Monday(10) + Duration.FromDays(16)).With(triage));

        Assert.All([stolen, nameless, old], answer => Assert.Equal(Refusals.ValidationFailed, answer.Refusal));
        Assert.All([stolen, nameless, old], answer => Assert.Contains("triageId", ((IReadOnlyDictionary<string, string[]>)answer.Refusal!.Members["errors"]!).Keys));
    }
}
