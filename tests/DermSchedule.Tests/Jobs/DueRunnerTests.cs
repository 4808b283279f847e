using DermSchedule.Audit;
using DermSchedule.Jobs;
using DermSchedule.Tests.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

public sealed class DueRunnerTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Two_runners_do_each_of_five_hundred_rows_once(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Due.AddTo);
        await clinic.Plans(500, number => clinic.Now - Duration.FromMinutes(number));
        await clinic.Plans(3, number => clinic.Now - Duration.FromMinutes(number), "bad");

        await Together(2, _ => clinic.Runner().Drains());

        Assert.Equal(500, clinic.Notes().Count);
        Assert.Equal(500, clinic.Notes().DistinctBy(note => note.Subject).Count());
        Assert.Equal(500, (await clinic.Rows<DueRow>()).Count(row => row.DoneAt is not null));
        Assert.Equal(500, (await clinic.Rows<AuditEntry>()).Count(line => line is { Action: "note.taken", ActorKind: CallerKind.Job, Route: "test.note" }));
    }

    [Theory, EveryDatabase]
    public async Task A_bad_row_rests_and_leaves_nothing_behind_while_the_others_are_done(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Due.AddTo);
        await clinic.Plans(1, _ => clinic.Now - Duration.FromHours(1), "bad");
        await clinic.Plans(2, _ => clinic.Now);

        await clinic.Runner().Drains();

        var bad = Assert.Single(await clinic.Rows<DueRow>(), row => row.DoneAt is null);
        Assert.Equal((1, null, false), (bad.Attempts, bad.LeasedBy, bad.Dead));
        Assert.True(bad.LeasedUntil > TimeProvider.System.GetCurrentInstant());
        Assert.Equal(2, (await clinic.Rows<AuditEntry>()).Count(line => line.Action == "note.taken"));
    }

    [Theory, EveryDatabase]
    public async Task A_row_that_failed_for_a_day_is_given_up(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Due.AddTo);
        await clinic.Plans(1, _ => clinic.Now, "bad");
        await clinic.Write<int>(async scope => await scope.Db.Set<DueRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, 40)));

        await clinic.Runner().Drains();

        Assert.True(Assert.Single(await clinic.Rows<DueRow>()).Dead);
        Assert.Equal(0, await clinic.Runner().Drains());
    }

    [Theory, EveryDatabase]
    public async Task A_row_whose_runner_died_is_done_by_another_when_its_lease_is_over(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Due.AddTo);
        await clinic.Plans(1, _ => clinic.Now);
        var dead = Trail.NewId();
        await Lease(clinic, dead, TimeProvider.System.GetCurrentInstant() + Duration.FromMinutes(1));
        var during = await clinic.Runner().Drains();

        await Lease(clinic, dead, TimeProvider.System.GetCurrentInstant() - Duration.FromSeconds(1));
        var after = await clinic.Runner().Drains();

        Assert.Equal((0, 1), (during, after));
        Assert.Single(clinic.Notes());
    }

    [Theory, EveryDatabase]
    public async Task Rows_are_done_in_the_order_in_which_they_were_due_and_not_before(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Due.AddTo);
        await clinic.Plans(20, number => clinic.Now + Duration.FromMinutes(5 - number));

        await clinic.Runner().Drains();

        Assert.Equal(Enumerable.Range(5, 15).Reverse().Select(number => $"payload {number}"), clinic.Notes().Select(note => note.Payload));
    }

    private static Task Lease(TestClinic clinic, Guid claim, Instant until) => clinic.Write<int>(async scope =>
        await scope.Db.Set<DueRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedBy, claim).SetProperty(row => row.LeasedUntil, until)));
}
