using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Data;

public sealed class WriteTests : ClinicTests
{
    private static readonly Refusal No = Refusals.NotFound;

    [Theory, EveryDatabase]
    public async Task A_unit_that_refuses_leaves_nothing_behind(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();

        var refused = await scope.Db.Write<Done>(async () => await Saved(scope, "Room 1") ? No : Done.Instance, CancellationToken.None);
        var next = await scope.Db.Write<Done>(() => Added(scope, "Room 2"), CancellationToken.None);

        Assert.Equal((No, null), (refused.Refusal, next.Refusal));
        Assert.Equal(["Room 2"], await Rooms(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_throws_leaves_nothing_behind(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => scope.Db.Write<Done>(async () => await Saved(scope, "Room 1") ? throw new TimeoutException() : Done.Instance, CancellationToken.None));
        await scope.Db.Write<Done>(() => Added(scope, "Room 2"), CancellationToken.None);

        Assert.NotNull(thrown);
        Assert.Equal(["Room 2"], await Rooms(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Neighbours_of_a_unit_that_throws_or_refuses_lose_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var answers = await Together(60, async number =>
        {
            try
            {
                var result = await clinic.Write<Done>(async scope => await Saved(scope, $"Room {number:00}")
                    ? (number % 3) switch { 0 => Done.Instance, 1 => No, _ => throw new TimeoutException() }
                    : No);

                // Whoever is told yes finds it on the disk, by another connection, at once.
                return result.Refusal is null && (await Rooms(clinic)).Contains($"Room {number:00}") ? "kept" : "refused";
            }
            catch (TimeoutException)
            {
                return "thrown";
            }
        });

        Assert.Equal(Enumerable.Range(0, 60).Select(number => (number % 3) switch { 0 => "kept", 1 => "refused", _ => "thrown" }), answers);
        Assert.Equal(Enumerable.Range(0, 20).Select(third => $"Room {third * 3:00}"), await Rooms(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Only_what_commits_is_acted_upon_after_the_commit(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();
        var acted = new List<string>();

        await scope.Db.Write<Done>(() => Then("refused", No), CancellationToken.None);
        await scope.Db.Write<Done>(() => Then("kept", Done.Instance), CancellationToken.None);

        Assert.Equal(["kept"], acted);

        Task<Result<Done>> Then(string what, Result<Done> answer)
        {
            scope.Db.AfterCommit(() => acted.Add(what));
            return Task.FromResult(answer);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_unit_inside_a_unit_joins_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();

        await scope.Db.Write<Done>(
            async () =>
            {
                await scope.Db.Write<Done>(() => Added(scope, "Room 1"), CancellationToken.None);
                return No;
            },
            CancellationToken.None);

        Assert.Empty(await Rooms(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_taken_key_becomes_the_refusal_of_its_table(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();
        var twin = new Clinic { PracticeId = DefaultPractice.Practice, Id = new ClinicId(Rows.NewOwner()), Slug = DefaultPractice.Slug, Name = "Twin", TimeZone = DefaultPractice.Zone, Phone = "+12125550101", Address = "" };

        var answer = await scope.Db.Write<Done>(
            () =>
            {
                scope.Db.Add(twin);
                return Task.FromResult<Result<Done>>(Done.Instance);
            },
            CancellationToken.None,
            taken: table => table == "practices_clinics" ? No : null);

        Assert.Equal(No, answer.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task What_was_changed_before_the_unit_is_a_bug_and_says_so(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();
        await Added(scope, "Room 1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Db.Write<Done>(() => Task.FromResult<Result<Done>>(Done.Instance), CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_somebody_else_was_faster_with_is_decided_again(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var visit = Rows.Visit();
        await clinic.Has(visit);
        var attempts = 0;

        await clinic.Write<Done>(async scope =>
        {
            var mine = await scope.Db.Set<DermSchedule.Scheduling.Appointment>().SingleAsync();

            // Another desk, in the middle of ours; in one statement, as only PostgreSQL lets anybody in here.
            if (++attempts == 1)
            {
                await scope.Db.Set<DermSchedule.Scheduling.Appointment>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1));
            }

            mine.Version++;
            return Done.Instance;
        });

        Assert.Equal(2, attempts);
    }

    private static Task<Result<Done>> Added(ClinicScope scope, string name)
    {
        scope.Db.Add(new Resource { PracticeId = DefaultPractice.Practice, Id = new ResourceId(Rows.NewOwner()), ClinicId = DefaultPractice.Clinic, Name = name, Kind = "room" });
        return Task.FromResult<Result<Done>>(Done.Instance);
    }

    private static async Task<bool> Saved(ClinicScope scope, string name)
    {
        await Added(scope, name);
        return await scope.Db.SaveChangesAsync() == 1;
    }

    private static async Task<List<string>> Rooms(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<Resource>().OrderBy(room => room.Name).Select(room => room.Name).ToListAsync();
    }
}
