using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>A medical visit that was booked without the questions gets them by its link (api.md): the desk is told, the patient answers, and what the answers mean happens.</summary>
public sealed class LaterQuestionsTests : ClinicTests
{
    /// <summary>Urgent, and leaves no question open.</summary>
    private const string Changed = "The mole on my back got bigger and darker.";

    [Theory, EveryDatabase]
    public async Task The_desk_is_to_ask_within_four_opening_hours_and_the_patients_answers_settle_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(15)))).Value.Id;
        var task = Assert.Single(await Tasks(clinic));
        Assert.Equal((StaffTaskKind.QuestionsUnanswered, visit.Value), (task.Kind, task.SubjectId));
        Assert.Equal("+12125550140", task.Contact!.Phone);

        // It is an hour before opening, so the four hours begin then.
        Assert.Equal(clinic.Now + Duration.FromHours(5), task.DueAt.ToInstant());
        Assert.True((await Shown(clinic, visit)).QuestionsOpen);

        var judged = (await Answers(clinic, visit, Triage.Answers.Routine)).Value;

        Assert.Empty(await Tasks(clinic));
        var stored = await clinic.Visit(visit);
        Assert.Equal((judged.Id, false), (stored.TriageId, stored.IsProtected));
        Assert.DoesNotContain(VisitFlags.NotTriaged, stored.Flags);
        Assert.False((await Shown(clinic, visit)).QuestionsOpen);
    }

    [Theory, EveryDatabase(Triage.Answers.Emergency, Triage.Answers.SameDay)]
    public async Task What_must_not_wait_rings_the_alarm_with_the_number_of_the_booking_and_the_visit_stands(Engine engine, string words)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;

        var request = Triage.Answers.Of(words) with { Contact = new SubmitTriage.TypedContact("Ana", "12") };
        var judged = (await clinic.AsPatient(visit, (AnswerQuestions.Handler answer) => answer.Handle(visit, request, "en", CancellationToken.None))).Value;

        var alert = Assert.Single((await clinic.AsDesk((ListTriageAlerts.Handler list) => list.Handle(new ListTriageAlerts.Request(null, null, null), CancellationToken.None))).Value.Items);
        Assert.Equal((judged.Id.Value, "+12125550140"), (alert.TriageId, alert.Contact!.Phone));
        Assert.True((await clinic.Visit(visit)).IsProtected);
        Assert.True((await clinic.Visit(visit)).IsOpen);
    }

    [Theory, EveryDatabase]
    public async Task A_visit_that_is_soon_enough_for_urgent_answers_is_kept_and_nobody_is_bothered(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.HasUrgentVisits();
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;

        var judged = (await Answers(clinic, visit, Changed)).Value;

        Assert.Empty(judged.Questions);
        Assert.Empty(await Tasks(clinic));
        Assert.True((await clinic.Visit(visit)).IsProtected);
        Assert.Contains("soon enough", judged.Message, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_visit_later_than_urgent_answers_allow_makes_the_desk_look_for_a_time_until_the_patient_moves_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.HasUrgentVisits();
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10) + Duration.FromDays(21)))).Value.Id;

        var judged = (await Answers(clinic, visit, Changed)).Value;
        var task = Assert.Single(await Tasks(clinic));
        var shown = await Shown(clinic, visit);
        var moved = await clinic.Moves(visit, Visits.Monday(10) + Duration.FromDays(7));

        Assert.Equal((StaffTaskKind.UrgentWithoutTime, judged.Id.Value, "+12125550140"), (task.Kind, task.SubjectId, task.Contact!.Phone));
        Assert.Equal(clinic.Now + Duration.FromDays(14), shown.LatestStart!.Value.ToInstant());
        Assert.Null(moved.Refusal);
        Assert.Empty(await Tasks(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_calmer_second_answer_does_not_take_the_first_away(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        _ = await Answers(clinic, visit, Triage.Answers.SameDay);

        _ = await Answers(clinic, visit, Triage.Answers.Routine);
        var shown = (await clinic.AsDesk((ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(visit), CancellationToken.None))).Value;

        Assert.Equal((Disposition.Routine, Disposition.SameDay), (shown.Triage!.Disposition, shown.Triage.Carried));
        Assert.Contains(VisitFlags.AnswersDiffer, shown.Flags!);
        Assert.True(shown.IsProtected);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_visit_is_asked_nothing_any_more(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        _ = await clinic.Cancels(visit);

        var answer = await Answers(clinic, visit, Triage.Answers.Routine);

        Assert.Empty(await Tasks(clinic));
        Assert.Equal(SchedulingRefusals.IllegalTransition, answer.Refusal);
        Assert.Null((await Shown(clinic, visit)).QuestionsOpen);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_answers_and_the_desk_may_ask_on_the_phone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value.Id;
        var other = (await clinic.Books(Visits.Booking(Visits.Monday(11), first: "Grace", phone: "(212) 555-0199"))).Value.Id;

        var foreign = await clinic.AsPatient(other, (AnswerQuestions.Handler answer) => answer.Handle(visit, Triage.Answers.Of(Triage.Answers.Routine), "en", CancellationToken.None));
        var desk = await clinic.AsDesk((AnswerQuestions.Handler answer) => answer.Handle(visit, Triage.Answers.Of(Triage.Answers.Routine), "en", CancellationToken.None));

        Assert.Equal(Refusals.NotFound, foreign.Refusal);
        Assert.Null(desk.Refusal);
        Assert.Equal(other.Value, Assert.Single(await Tasks(clinic)).SubjectId);
    }

    [Theory, EveryDatabase]
    public async Task Tasks_are_read_in_pages_the_soonest_first_and_each_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        foreach (var hour in Enumerable.Range(9, 5))
        {
            _ = (await clinic.Books(Visits.Booking(Visits.Monday(hour), first: $"Ana{(char)('a' + hour)}"))).Value;
        }

        List<TaskView> seen = [];
        string? cursor = null;

        do
        {
            var page = (await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(2, cursor), CancellationToken.None))).Value;
            Assert.InRange(page.Items.Count, 1, 2);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(5, seen.Select(task => task.Id).Distinct().Count());
        Assert.Equal(seen.OrderBy(task => task.DueAt.ToInstant()).Select(task => task.Id), seen.Select(task => task.Id));
        Assert.NotNull((await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(0, null), CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Another_program_learns_what_to_offer_and_to_ask(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var sheet = await Asks(new ListTriageQuestions.Request(Category.Medical, "spot", null, null), "es");
        var cosmetic = await Asks(new ListTriageQuestions.Request(Category.Cosmetic, null, null, null), null);
        var judged = await clinic.Says(Triage.Answers.Of("") with { Concern = "spot", Answers = sheet.Questions.ToDictionary(question => question.Id, _ => TriageAnswer.No) });

        Assert.InRange(sheet.Questions.Count, 1, Questionnaire.Most);
        Assert.All(sheet.Questions, question => Assert.Contains("¿", question.Text, StringComparison.Ordinal));
        Assert.Empty(sheet.Concerns.Select(concern => concern.Code).Intersect(cosmetic.Concerns.Select(concern => concern.Code)));
        Assert.Equal(Disposition.Routine, judged.Value.Disposition);

        async Task<ListTriageQuestions.Sheet> Asks(ListTriageQuestions.Request request, string? language) =>
            (await clinic.Ask((ListTriageQuestions.Handler list) => list.Handle(DefaultPractice.Slug, request, language, CancellationToken.None))).Value;
    }

    private static Task<Result<SubmitTriage.Judged>> Answers(TestClinic clinic, AppointmentId visit, string words) =>
        clinic.AsPatient(visit, (AnswerQuestions.Handler answer) => answer.Handle(visit, Triage.Answers.Of(words), "en", CancellationToken.None));

    private static async Task<VisitView> Shown(TestClinic clinic, AppointmentId visit) =>
        (await clinic.AsPatient(visit, (ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(visit), CancellationToken.None))).Value;

    private static async Task<IReadOnlyList<TaskView>> Tasks(TestClinic clinic) =>
        (await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(null, null), CancellationToken.None))).Value.Items;
}
