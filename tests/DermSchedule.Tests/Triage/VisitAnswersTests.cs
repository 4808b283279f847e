using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>What a visit's answers asked of the desk follows the visit: through undo, moves and cancels, and to the number that was given (R-TR-5, decision 0022).</summary>
public sealed class VisitAnswersTests : ClinicTests
{
    private const string Changed = "The mole on my back got bigger and darker.";

    [Theory, EveryDatabase("cancelled", "checked_in")]
    public async Task A_visit_that_stands_again_asks_its_questions_again(Engine engine, string status)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        _ = (await clinic.Sets(visit, new ChangeAppointment.Request { Status = status })).Value;
        Assert.Empty(await Tasks(clinic));

        _ = (await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(visit, "*", CancellationToken.None))).Value;

        var task = Assert.Single(await Tasks(clinic));
        Assert.Equal((StaffTaskKind.QuestionsUnanswered, visit.Value, "+12125550140"), (task.Kind, task.SubjectId, task.Contact!.Phone));
    }

    [Theory, EveryDatabase]
    public async Task Later_answers_that_leave_a_question_open_are_asked_about_again(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        _ = await Says(clinic, visit, Answers.Of(Answers.Routine));
        Assert.Empty(await Tasks(clinic));

        var open = (await Says(clinic, visit, Answers.Of(Answers.Urgent))).Value;

        Assert.NotEmpty(open.Questions);
        Assert.Equal(StaffTaskKind.QuestionsUnanswered, Assert.Single(await Tasks(clinic)).Kind);
    }

    [Theory, EveryDatabase]
    public async Task An_urgent_visit_that_the_clinic_moves_too_late_or_cancels_is_looked_after(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var type = await clinic.HasUrgentVisits();
        var visit = (await clinic.Books((Visits.Booking(Visits.Monday(10) + Duration.FromDays(3)) with { AppointmentTypeId = type }).With(await clinic.Says(Changed)))).Value.Id;

        _ = (await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(10) + Duration.FromDays(21) })).Value;
        Assert.Equal(StaffTaskKind.UrgentWithoutTime, Assert.Single(await Tasks(clinic)).Kind);
        _ = (await clinic.Sets(visit, new ChangeAppointment.Request { Start = Visits.Monday(10) + Duration.FromDays(3) })).Value;
        Assert.Empty(await Tasks(clinic));

        _ = (await clinic.Sets(visit, new ChangeAppointment.Request { Status = "cancelled" })).Value;
        Assert.Equal(StaffTaskKind.UrgentWithoutTime, Assert.Single(await Tasks(clinic)).Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_patient_who_cancels_an_urgent_visit_gave_it_up(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var type = await clinic.HasUrgentVisits();
        var visit = (await clinic.Books((Visits.Booking(Visits.Monday(10) + Duration.FromDays(3)) with { AppointmentTypeId = type }).With(await clinic.Says(Changed)))).Value.Id;

        _ = await clinic.Cancels(visit);

        Assert.Empty(await Tasks(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Answers_that_serve_another_visit_do_not_come_back_with_the_first(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);
        var first = (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage))).Value.Id;
        _ = (await clinic.Sets(first, new ChangeAppointment.Request { Status = "cancelled" })).Value;
        var second = (await clinic.Books(Visits.Booking(Visits.Monday(12)).With(triage))).Value.Id;

        _ = (await clinic.AsDesk((UndoStatus.Handler undo) => undo.Handle(first, "*", CancellationToken.None))).Value;

        Assert.Equal(triage.Id, (await clinic.Visit(second)).TriageId);
        Assert.Null((await clinic.Visit(first)).TriageId);
        Assert.Contains(VisitFlags.NotTriaged, (await clinic.Visit(first)).Flags);
        Assert.Equal(first.Value, Assert.Single(await Tasks(clinic)).SubjectId);
    }

    [Theory, EveryDatabase]
    public async Task Who_booked_is_called_and_a_number_that_was_given_is_not_replaced_by_a_known_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var bySon = Visits.Booking(Visits.Monday(10)) with
        {
            Patient = new TypedPerson("Rosa", "Vega", "1948-02-03", null, null),
            BookedBy = new TypedGuardian("Luis", "Vega", "(212) 555-0155", "son"),
        };
        var visit = (await clinic.Books(bySon)).Value.Id;

        _ = await Says(clinic, visit, Answers.Of(Answers.Emergency));
        Assert.Equal("+12125550155", Assert.Single(await Alerts(clinic)).Contact!.Phone);
        _ = await Says(clinic, visit, Answers.Of(Answers.SameDay) with { Contact = new SubmitTriage.TypedContact("Luis", "(212) 555-0199") });
        _ = await Says(clinic, visit, Answers.Of(Answers.Emergency));

        Assert.All(await Alerts(clinic), alert => Assert.Equal("+12125550199", alert.Contact!.Phone));
    }

    [Theory, EveryDatabase]
    public async Task The_birth_date_of_the_record_counts_where_no_age_is_said(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var baby = Visits.Booking(Visits.Monday(10)) with
        {
            Patient = new TypedPerson("Tomás", "Rivera", "2027-01-20", null, null),
            BookedBy = new TypedGuardian("Ana", "Rivera", "(212) 555-0140", "mother"),
        };
        var visit = (await clinic.Books(baby)).Value.Id;

        var judged = (await Says(clinic, visit, Answers.Of("has a fever and a small rash"))).Value;

        Assert.Equal(Disposition.Emergency, judged.Disposition);
    }

    [Theory, EveryDatabase]
    public async Task No_time_is_kept_for_answers_that_belong_to_a_visit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);
        _ = (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage))).Value;

        Assert.Equal(Refusals.ValidationFailed, (await clinic.Holds(Visits.Monday(12), DefaultPractice.SkinCheck, triage)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Who_asks_for_help_behind_a_closed_visit_finds_a_number(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        _ = await clinic.Cancels(visit);

        var answer = await Says(clinic, visit, Answers.Of(Answers.Emergency));

        Assert.Equal(SchedulingRefusals.IllegalTransition, answer.Refusal);
        Assert.StartsWith("+1", (string?)answer.Refusal!.Members["phone"], StringComparison.Ordinal);
    }

    private static Task<Result<SubmitTriage.Judged>> Says(TestClinic clinic, AppointmentId visit, SubmitTriage.Request request) =>
        clinic.AsPatient(visit, (AnswerQuestions.Handler answer) => answer.Handle(visit, request, "en", CancellationToken.None));

    private static async Task<IReadOnlyList<TaskView>> Tasks(TestClinic clinic) =>
        (await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(null, null), CancellationToken.None))).Value.Items;

    private static async Task<IReadOnlyList<AlertView>> Alerts(TestClinic clinic) =>
        (await clinic.AsDesk((ListTriageAlerts.Handler list) => list.Handle(new ListTriageAlerts.Request(null, null, null), CancellationToken.None))).Value.Items;
}
