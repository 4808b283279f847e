using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>Who says the same once more rings no second time and fills no second list; who says something new does. Answers are for one visit (decision 0022).</summary>
public sealed class OneWorryOneAlarmTests : ClinicTests
{
    private const string AnotherEmergency = "I took a whole bottle of pills and want to die.";

    [Theory, EveryDatabase]
    public async Task The_same_danger_told_again_rings_once_and_something_new_rings_again(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Emergency);

        var again = await Follows(clinic, first, Answers.Emergency);
        Assert.Single(await Alerts(clinic));
        var worse = await Follows(clinic, again, AnotherEmergency);
        _ = await Follows(clinic, worse, AnotherEmergency);

        Assert.Equal([first.Id.Value, worse.Id.Value], (await Alerts(clinic)).Select(alert => alert.SubjectId).Order());
    }

    [Theory, EveryDatabase]
    public async Task What_becomes_an_emergency_rings_louder_and_what_becomes_less_does_not_ring_anew(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var today = await clinic.Says(Answers.SameDay);

        var now = await Follows(clinic, today, Answers.Emergency);
        _ = await Follows(clinic, now, Answers.Emergency);

        Assert.Equal([AlertLevel.SameDay, AlertLevel.Emergency], (await Alerts(clinic)).Select(alert => alert.Level));
    }

    [Theory, EveryDatabase]
    public async Task An_alarm_that_somebody_has_taken_on_does_not_swallow_the_next(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Emergency);
        await clinic.Write<Done>(async scope =>
        {
            await scope.Db.Set<StaffAlert>().ExecuteUpdateAsync(set => set.SetProperty(alert => alert.AcknowledgedAt, clinic.Now));
            return Done.Instance;
        });

        _ = await Follows(clinic, first, Answers.Emergency);

        Assert.Equal(2, (await Alerts(clinic)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_people_with_the_same_danger_are_two_alarms(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        _ = await clinic.Says(Answers.Emergency);
        _ = await clinic.Says(Answers.Emergency);

        Assert.Equal(2, (await Alerts(clinic)).Count);
    }

    [Theory, EveryDatabase]
    public async Task An_urgent_patient_without_a_time_is_one_task_however_often_the_answers_change(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await NobodyWorks(clinic);
        var first = await clinic.Says(Answers.Urgent);

        var second = await Follows(clinic, first, Answers.Urgent + " And it itches.");
        _ = await clinic.Ask((DermSchedule.Triage.AddTriageContact.Handler add) => add.Handle(
            DefaultPractice.Slug, second.Id, second.Token, new DermSchedule.Triage.AddTriageContact.Request("Ana", "(646) 555-0187"), CancellationToken.None));
        var lost = await clinic.Ask((TriageDesk desk) => desk.NoTimeLeft(second.Id, second.Token, CancellationToken.None));

        Assert.True(lost.Value);
        var task = Assert.Single((await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(null, null), CancellationToken.None))).Value.Items);
        Assert.Equal((first.Id.Value, "+16465550187"), (task.SubjectId, task.Contact!.Phone));
    }

    [Theory, EveryDatabase]
    public async Task A_number_given_after_the_second_telling_stands_on_the_alarm_of_the_first(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = await clinic.Says(Answers.Emergency);
        var second = await Follows(clinic, first, Answers.Emergency);

        _ = await clinic.Ask((DermSchedule.Triage.AddTriageContact.Handler add) => add.Handle(
            DefaultPractice.Slug, second.Id, second.Token, new DermSchedule.Triage.AddTriageContact.Request("Ana", "(646) 555-0187"), CancellationToken.None));

        var alert = Assert.Single((await clinic.AsDesk((ListTriageAlerts.Handler list) => list.Handle(new(null, null, null), CancellationToken.None))).Value.Items);
        Assert.Equal("+16465550187", alert.Contact?.Phone);
    }

    [Theory, EveryDatabase]
    public async Task The_same_answers_book_one_visit_and_another_only_when_that_one_is_given_up(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);
        var held = (await clinic.Holds(Visits.Monday(12), DefaultPractice.SkinCheck, triage)).Value;
        var first = (await clinic.Books(Visits.Booking(Visits.Monday(10)).With(triage))).Value.Id;

        var direct = await clinic.Books(Visits.Booking(Visits.Monday(11)).With(triage));
        var fromHold = await clinic.Books(Visits.WithHold(held.Token));

        Assert.All([direct, fromHold], answer => Assert.Equal(Refusals.ValidationFailed, answer.Refusal));
        Assert.All([direct, fromHold], answer => Assert.Contains("triageId", ((IReadOnlyDictionary<string, string[]>)answer.Refusal!.Members["errors"]!).Keys));
        await clinic.Write<Done>(async scope =>
        {
            await scope.Db.Set<Appointment>().Where(visit => visit.Id == first).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.Status, AppointmentStatus.Cancelled));
            return Done.Instance;
        });
        Assert.Null((await clinic.Books(Visits.WithHold(held.Token))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_bookings_at_once_with_the_same_answers_one_is_made(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = await clinic.Says(Answers.Routine);

        var answers = await Task.WhenAll(Enumerable.Range(9, 6).Select(hour => Task.Run(() => clinic.Books(Visits.Booking(Visits.Monday(hour)).With(triage)))));

        Assert.Single(answers, answer => answer.Refusal is null);
    }

    private static async Task<SubmitTriage.Judged> Follows(TestClinic clinic, SubmitTriage.Judged earlier, string symptoms) =>
        (await clinic.Says(Answers.Of(symptoms) with { Follows = new SubmitTriage.Earlier(earlier.Id, earlier.Token) })).Value;

    private static async Task<IReadOnlyList<StaffAlert>> Alerts(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<StaffAlert>().AsNoTracking().OrderBy(alert => alert.RaisedAt).ThenBy(alert => alert.Id).ToListAsync();
    }

    private static Task NobodyWorks(TestClinic clinic) => clinic.Write<Done>(async scope =>
    {
        foreach (var provider in await scope.Db.Set<Provider>().ToListAsync())
        {
            scope.Db.Add(new ProviderException
            {
                PracticeId = DefaultPractice.Practice,
                Id = scope.Get<Ids>().Next<ProviderException>(),
                ProviderId = provider.Id,
                ClinicId = null,
                Kind = ExceptionKind.TimeOff,
                StartsAt = clinic.Now - Duration.FromDays(1),
                EndsAt = clinic.Now + Duration.FromDays(20),
            });
        }

        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        return Done.Instance;
    });
}
