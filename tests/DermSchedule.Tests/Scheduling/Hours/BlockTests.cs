using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Settings;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling.Hours;

public sealed class BlockTests : HoursTests
{
    [Theory, EveryDatabase]
    public async Task A_block_keeps_every_lane_free_until_it_is_removed(Engine engine)
    {
        await using var clinic = await Open(engine);

        var block = (await Blocks(clinic, March(2, 12), March(2, 13))).Value;
        var during = await clinic.Takes(Rows.Of(DefaultPractice.Avery.As<DermSchedule.Practices.Resource>(), March(2, 12, 30), lane: 7));
        var listed = await Lists(clinic, "2027-03-02", "2027-03-02");
        await clinic.Ask((RemoveBlock.Handler remove) => remove.Handle(block.Id, CancellationToken.None));

        Assert.False(during);
        Assert.Equal((block.Id, DefaultPractice.Avery, null), (listed.Value.Items.Single().Id, listed.Value.Items.Single().ProviderId!.Value, listed.Value.Items.Single().ResourceId));
        Assert.Empty((await Lists(clinic, "2027-03-03", null)).Value.Items);
        Assert.True(await clinic.Takes(Rows.Of(DefaultPractice.Avery, March(2, 12, 30))));
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((RemoveBlock.Handler remove) => remove.Handle(block.Id, CancellationToken.None))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_block_over_a_visit_is_refused_and_names_it(Engine engine)
    {
        await using var clinic = await Open(engine);
        var visit = await Stands(clinic, March(2, 12, 30));

        var refused = await Blocks(clinic, March(2, 12), March(2, 13));

        Assert.Equal(SchedulingRefusals.SlotTaken, refused.Refusal);
        Assert.Equal([visit], Of((IReadOnlyList<AffectedVisit>)refused.Refusal!.Members["affected"]!));
        Assert.Empty((await Lists(clinic, null, null)).Value.Items);
    }

    [Theory, EveryDatabase]
    public async Task A_block_of_several_days_is_taken_or_refused_as_a_whole(Engine engine)
    {
        await using var clinic = await Open(engine);
        var visit = await Stands(clinic, March(4, 10));

        var refused = await Blocks(clinic, March(2, 0), March(5, 0));
        var taken = await Blocks(clinic, March(2, 0), March(4, 10));

        Assert.Equal([visit], Of((IReadOnlyList<AffectedVisit>)refused.Refusal!.Members["affected"]!));
        Assert.Null(taken.Refusal);
        Assert.False(await clinic.Takes(Rows.Of(DefaultPractice.Avery, March(3, 23, 45))));
    }

    [Theory, EveryDatabase]
    public async Task A_block_is_of_one_provider_or_room_of_the_clinic(Engine engine)
    {
        await using var clinic = await Open(engine);
        var other = await OtherPractice.Opened(clinic);
        var good = new BlockTime.Request { ClinicId = DefaultPractice.Clinic, ProviderId = DefaultPractice.Avery, Start = March(2, 12), End = March(2, 13) };

        Assert.Equal(["clinicId", "end", "providerId", "start"], (await Blocks(clinic, new BlockTime.Request())).Fields());
        Assert.Equal(["providerId"], (await Blocks(clinic, good with { ProviderId = other.Provider })).Fields());
        Assert.Equal(["providerId", "resourceId"], (await Blocks(clinic, good with { ResourceId = other.Room })).Fields());
        Assert.Equal(["clinicId"], (await Blocks(clinic, good with { ClinicId = other.Clinic })).Fields());
        Assert.Equal(["end"], (await Blocks(clinic, good with { End = good.Start })).Fields());
        Assert.Equal(["end"], (await Blocks(clinic, good with { Start = good.Start + Duration.FromNanoseconds(100), End = good.Start + Duration.FromNanoseconds(200) })).Fields());
        Assert.Equal(["end"], (await Blocks(clinic, good with { End = March(31, 12) + Duration.FromDays(10) })).Fields());
        Assert.Equal(["from"], (await Lists(clinic, "soon", null)).Fields());
    }

    private static Task<Result<BlockTime.Answer>> Blocks(TestClinic clinic, Instant start, Instant end) =>
        Blocks(clinic, new BlockTime.Request { ClinicId = DefaultPractice.Clinic, ProviderId = DefaultPractice.Avery, Start = start, End = end, Reason = "Lunch" });

    private static Task<Result<BlockTime.Answer>> Blocks(TestClinic clinic, BlockTime.Request request) =>
        clinic.Ask((BlockTime.Handler block) => block.Handle(request, CancellationToken.None));

    private static Task<Result<ListBlocks.Page>> Lists(TestClinic clinic, string? from, string? to) =>
        clinic.Ask((ListBlocks.Handler list) => list.Handle(new ListBlocks.Request(from, to, null, null, null), CancellationToken.None));
}
