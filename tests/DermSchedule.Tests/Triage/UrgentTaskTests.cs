using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Tasks;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Triage;

/// <summary>An urgent patient finds a time within 14 days, or somebody of the clinic is to find one within an opening hour (domain.md 6, R-TR-5).</summary>
public sealed class UrgentTaskTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Where_there_are_times_nobody_is_bothered(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        _ = await clinic.HasUrgentVisits();

        var triage = await clinic.Says(Answers.Urgent);

        Assert.Empty(await Tasks(clinic));
        Assert.Contains("Choose one of the times", triage.Message, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_time_within_14_days_a_task_is_due_in_one_opening_hour_and_the_phone_stands_on_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await NobodyWorks(clinic, until: Instant.FromUtc(2027, 3, 16, 12, 0));

        var triage = await clinic.Says(Answers.Urgent);
        _ = await clinic.Ask((DermSchedule.Triage.AddTriageContact.Handler add) => add.Handle(
            DefaultPractice.Slug, triage.Id, triage.Token, new DermSchedule.Triage.AddTriageContact.Request(null, "(646) 555-0187"), CancellationToken.None));

        var task = Assert.Single(await Tasks(clinic));
        Assert.Equal((StaffTaskKind.UrgentWithoutTime, triage.Id.Value), (task.Kind, task.SubjectId));
        Assert.Equal("+16465550187", task.Contact!.Phone);
        Assert.Contains("No such time is free", triage.Message, StringComparison.Ordinal);

        // It is an hour before opening, so the hour begins then.
        Assert.Equal(clinic.Now + Duration.FromHours(2), task.DueAt.ToInstant());
    }

    [Theory, EveryDatabase]
    public async Task Times_after_the_fortnight_do_not_count(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await NobodyWorks(clinic, until: clinic.Now + Duration.FromDays(14) + Duration.FromMinutes(1));

        _ = await clinic.Says(Answers.Urgent);

        Assert.Single(await Tasks(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_task_is_done_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await NobodyWorks(clinic, until: Instant.FromUtc(2027, 3, 20, 12, 0));
        _ = await clinic.Says(Answers.Urgent);
        var task = Assert.Single(await Tasks(clinic));

        var first = (await clinic.AsDesk((CompleteTask.Handler complete) => complete.Handle(task.Id, CancellationToken.None))).Value;
        clinic.TimePasses(Duration.FromMinutes(5));
        var again = (await clinic.AsDesk((CompleteTask.Handler complete) => complete.Handle(task.Id, CancellationToken.None))).Value;

        Assert.NotNull(first.DoneAt);
        Assert.Equal(first.DoneAt, again.DoneAt);
        Assert.Empty(await Tasks(clinic));
    }

    private static async Task<IReadOnlyList<TaskView>> Tasks(TestClinic clinic) =>
        (await clinic.AsDesk((ListTasks.Handler list) => list.Handle(new ListTasks.Request(null, null), CancellationToken.None))).Value.Items;

    private static Task NobodyWorks(TestClinic clinic, Instant until) => clinic.Write<Done>(async scope =>
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
                EndsAt = until,
            });
        }

        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        return Done.Instance;
    });
}
