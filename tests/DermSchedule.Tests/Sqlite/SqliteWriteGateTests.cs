using DermSchedule.Data;
using DermSchedule.Sqlite;
using Microsoft.Data.Sqlite;

namespace DermSchedule.Tests.Sqlite;

/// <summary>The gate alone, on a table of its own, with every turn in the test's hand.</summary>
public sealed class SqliteWriteGateTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("derm-gate-").FullName, "gate.db");
    private readonly SqliteFile file;
    private readonly SqliteWriteGate gate;

    public SqliteWriteGateTests()
    {
        file = new SqliteFile(path);
        gate = new SqliteWriteGate(file, new FakeClock(DefaultPractice.Start));
        using var connection = file.OpenForWriting();
        SqliteFile.Run(connection, "CREATE TABLE notes (note TEXT PRIMARY KEY)");
    }

    [Fact]
    public async Task Who_waits_shares_the_commit_and_nobody_is_answered_before_it()
    {
        var (firstMayEnd, lastMayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Run("first", firstMayEnd.Task);
        var second = Run("second");
        var throws = Run("throws", fails: true);
        var refuses = Run("refuses", keep: false);
        var last = Run("last", lastMayEnd.Task);

        firstMayEnd.SetResult();
        await throws.Ran.Task;
        await last.Ran.Task;
        var answeredBefore = new[] { first, second, throws, refuses, last }.Count(unit => unit.Answer.IsCompleted);
        var readBefore = Notes();
        lastMayEnd.SetResult();
        await Task.WhenAll(first.Answer, second.Answer, refuses.Answer, last.Answer);

        await Assert.ThrowsAsync<TimeoutException>(() => throws.Answer);
        Assert.Equal(0, answeredBefore);
        Assert.Empty(readBefore);
        Assert.Equal(["first", "last", "second"], Notes());
    }

    [Fact]
    public async Task A_transaction_that_is_lost_fails_all_who_were_in_it_and_nobody_after()
    {
        var mayEnd = new TaskCompletionSource();
        var neighbour = Run("neighbour", mayEnd.Task);
        var breaks = Run("breaks", sql: "ROLLBACK");

        mayEnd.SetResult();

        await Assert.ThrowsAsync<DatabaseBusyException>(() => neighbour.Answer);
        await Assert.ThrowsAsync<DatabaseBusyException>(() => breaks.Answer);
        await Run("next").Answer;
        Assert.Equal(["next"], Notes());
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_passed_over()
    {
        using var patience = new CancellationTokenSource();
        var mayEnd = new TaskCompletionSource();
        var first = Run("first", mayEnd.Task);
        var impatient = Run("impatient", ct: patience.Token);
        var last = Run("last");

        await patience.CancelAsync();
        mayEnd.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.Answer);
        await Task.WhenAll(first.Answer, last.Answer);
        Assert.Equal(["first", "last"], Notes());
    }

    [Fact]
    public async Task A_unit_that_starts_another_is_told_so_instead_of_waiting_for_itself()
    {
        var answer = gate.Run(_ => gate.Run(_ => Task.FromResult(1), _ => true, CancellationToken.None), _ => true, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => answer);
        await Run("next").Answer;
    }

    public void Dispose()
    {
        gate.Dispose();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private Unit Run(string note, Task? until = null, bool keep = true, bool fails = false, string? sql = null, CancellationToken ct = default)
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Unit(ran, gate.Run(Write, _ => keep, ct));

        async Task<string> Write(SqliteTransaction transaction)
        {
            SqliteFile.Run(transaction.Connection!, sql ?? $"INSERT INTO notes VALUES ('{note}')");
            ran.SetResult();
#pragma warning disable VSTHRD003 // The test opens it.
            await (until ?? Task.CompletedTask);
#pragma warning restore VSTHRD003
            return fails ? throw new TimeoutException() : note;
        }
    }

    private List<string> Notes()
    {
        using var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT note FROM notes ORDER BY note";
        using var reader = command.ExecuteReader();
        var notes = new List<string>();

        while (reader.Read())
        {
            notes.Add(reader.GetString(0));
        }

        return notes;
    }

    private sealed record Unit(TaskCompletionSource Ran, Task<string> Answer);
}
