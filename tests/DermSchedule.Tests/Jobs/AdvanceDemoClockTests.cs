using DermSchedule.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

public sealed class AdvanceDemoClockTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task What_is_due_on_the_way_happens_in_order_at_its_own_instant(Engine engine)
    {
        await using var clinic = await OpenDemo(engine);
        await clinic.Plans(12, number => DefaultPractice.Start + Duration.FromHours(2 * (12 - number)));
        await clinic.Plans(1, _ => DefaultPractice.Start + Duration.FromHours(3), "bad");

        var moves = await Together(2, _ => Advance(clinic, "PT12H"));

        Assert.Equal(Enumerable.Range(1, 12).Select(number => DefaultPractice.Start + Duration.FromHours(2 * number)), clinic.Notes().Select(note => note.Seen));
        Assert.Equal(2, moves.DistinctBy(move => move.Value.Now).Count());
        Assert.True(moves.Max(move => move.Value.Now) >= DefaultPractice.Start + Duration.FromHours(24));
    }

    [Theory, EveryDatabase]
    public async Task Another_process_follows_the_clock(Engine engine)
    {
        await using var clinic = await OpenDemo(engine);
        var moved = (await Advance(clinic, "P1D")).Value.Now;

        var other = new DemoClock();
        await using var scope = clinic.Stranger();
        await new DemoClockStore(scope.Db, other, new DemoOptions(true)).Load(CancellationToken.None);

        Assert.InRange(other.GetCurrentInstant(), moved, moved + Duration.FromMinutes(1));
    }

    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT1M30S", 90)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("P1DT1H", 90_000)]
    public async Task Any_duration_forward_is_taken(string advance, int seconds)
    {
        await using var clinic = await OpenDemo(Engine.Sqlite);

        var moved = (await Advance(clinic, advance)).Value.Now;

        Assert.InRange(moved - DefaultPractice.Start, Duration.FromSeconds(seconds), Duration.FromSeconds(seconds + 60));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT-5M")]
    [InlineData("-P1D")]
    [InlineData("24h")]
    [InlineData("P1000Y")]
    [InlineData("P99999999999Y")]
    public async Task Backwards_and_nonsense_are_refused(string? advance)
    {
        await using var clinic = await OpenDemo(Engine.Sqlite);

        Assert.Equal(Refusals.ValidationFailed, (await Advance(clinic, advance)).Refusal);
    }

    private static async Task<TestClinic> OpenDemo(Engine engine)
    {
        var clinic = await OpenClinic(engine, services =>
        {
            Due.AddTo(services);
            services.AddDemoClock(new DemoOptions(true, DefaultPractice.Start));
        });
        await using var scope = clinic.Stranger();
        await scope.Get<DemoClockStore>().Load(CancellationToken.None);
        return clinic;
    }

    private static async Task<Result<AdvanceDemoClock.Moved>> Advance(TestClinic clinic, string? advance)
    {
        await using var scope = clinic.Stranger();
        return await scope.Get<AdvanceDemoClock.Handler>().Handle(new AdvanceDemoClock.Request(advance), CancellationToken.None);
    }
}
