using DermSchedule.Practices;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Postgres;

/// <summary>
/// A hold whose unit took longer than the hold lasts: it comes to light when it has lapsed already, after those who want the time have cleared
/// the way and while they wait for it. It must refuse nobody.
/// </summary>
public sealed class OverlookedHoldTests : ClinicTests
{
    private static readonly Instant Nine = DefaultPractice.Start + Duration.FromHours(1);
    private static readonly ResourceId Avery = DefaultPractice.Avery.As<Resource>();
    private static readonly ResourceId Brook = DefaultPractice.Brook.As<Resource>();

    [Theory, OnPostgres(1, 2)]
    public async Task One_of_those_who_waited_for_it_gets_the_time(Engine engine, int callers)
    {
        await using var clinic = await OpenClinic(engine);

        var answers = await Behind(clinic, callers, _ => clinic.Takes(Rows.Of(Avery, Nine)));

        Assert.Single(answers, won => won);
        Assert.Equal(ReservationKind.Appointment, Assert.Single(await clinic.Reservations()).Kind);
    }

    [Theory, OnPostgres]
    public async Task A_visit_moves_there_with_all_it_needs(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var owner = Rows.NewOwner();
        await clinic.Takes(Rows.Of(Avery, Nine + Duration.FromHours(2), owner: owner), Rows.Of(Brook, Nine + Duration.FromHours(2), owner: owner));

        var answers = await Behind(clinic, 1, _ => clinic.Asks(wall => wall.Replace(
            owner, [Rows.Of(Brook, Nine, owner: owner), Rows.Of(Avery, Nine, owner: owner)], clinic.Now, CancellationToken.None)));

        Assert.True(Assert.Single(answers));
        Assert.Equal([(Avery, Nine), (Brook, Nine)], (await clinic.Reservations()).Select(row => (row.ResourceId, row.StartsAt)));
    }

    [Theory, OnPostgres]
    public async Task A_hold_that_still_lives_is_a_reason_to_refuse(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var answers = await Behind(clinic, 2, _ => clinic.Takes(Rows.Of(Avery, Nine)), lapses: false);

        Assert.DoesNotContain(true, answers);
        Assert.Equal(ReservationKind.Hold, Assert.Single(await clinic.Reservations()).Kind);
    }

    /// <summary>Begins a hold, lets it lapse before its unit ends, and ends that unit when all callers wait for it.</summary>
    private static async Task<bool[]> Behind(TestClinic clinic, int callers, Func<int, Task<bool>> call, bool lapses = true)
    {
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hold = clinic.Write<Done>(async scope =>
        {
            Assert.True(await scope.Wall.Take([Rows.Held(Avery, Nine, clinic.Now + Duration.FromMinutes(10), Rows.NewOwner())], clinic.Now, CancellationToken.None));
            holds.SetResult();
#pragma warning disable VSTHRD003 // Opened a few lines below, by a thread that waits for nothing of ours.
            await mayEnd.Task;
#pragma warning restore VSTHRD003
            return Done.Instance;
        });
        await Task.WhenAny(holds.Task, hold);

        if (lapses)
        {
            clinic.TimePasses(Duration.FromMinutes(10));
        }

        var answers = Together(callers, call);

        while (await Waiting(clinic) < callers && !answers.IsCompleted)
        {
            // Each look at the server is a round trip, so this is no busy loop.
        }

        mayEnd.SetResult();
        await hold;
        return await answers;
    }

    private static async Task<int> Waiting(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Database
            .SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""")
            .SingleAsync();
    }
}
