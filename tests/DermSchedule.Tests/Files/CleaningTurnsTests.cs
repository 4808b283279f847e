using DermSchedule.Files;

namespace DermSchedule.Tests.Files;

public sealed class CleaningTurnsTests
{
    [Fact]
    public async Task Two_work_twenty_wait_and_the_next_is_told_to_come_back()
    {
        using var turns = new CleaningTurns();
        var working = new[] { await turns.Take(CancellationToken.None), await turns.Take(CancellationToken.None) };
        var waiting = Enumerable.Range(0, CleaningTurns.Waiting).Select(_ => turns.Take(CancellationToken.None)).ToList();

        var oneTooMany = await turns.Take(CancellationToken.None);
        working[0]!.Dispose();
        var next = await await Task.WhenAny(waiting);

        Assert.All(working, Assert.NotNull);
        Assert.Null(oneTooMany);
        Assert.NotNull(next);
        Assert.Equal(1, waiting.Count(turn => turn.IsCompleted));
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_leaves_the_place_to_others()
    {
        using var turns = new CleaningTurns();
        using var gone = new CancellationTokenSource();
        _ = await turns.Take(CancellationToken.None);
        _ = await turns.Take(CancellationToken.None);
        var waiting = Enumerable.Range(0, CleaningTurns.Waiting).Select(_ => turns.Take(gone.Token)).ToList();

        await gone.CancelAsync();

        foreach (var turn in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        }

        Assert.False(turns.Take(CancellationToken.None).IsCompleted);
    }
}
