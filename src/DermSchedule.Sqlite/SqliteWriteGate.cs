using System.Runtime.ExceptionServices;
using DermSchedule.Data;
using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>
/// The one writer of the file. Units of work take their turn in the order they came, on one connection; whoever waits when a unit ends continues
/// in the same transaction behind a savepoint of its own, and the last one commits for all: many answers, one fsync. Nobody is answered before
/// that commit. A unit that refuses or throws goes back to its savepoint and takes nothing of its neighbours with it.
/// </summary>
/// <remarks>
/// SQLite's own waiting polls and starves: 50 callers waited up to 451 ms where a queue made the slowest wait 13 ms. The gate has no thread;
/// each unit runs in its caller's own flow (with its logging scope and trace), and the end of one starts the next.
/// </remarks>
/// <param name="file">Where to write.</param>
/// <param name="clock">The real one, not the clinic's: it measures how long a transaction is open.</param>
internal sealed class SqliteWriteGate(SqliteFile file, TimeProvider clock) : IDisposable
{
    private readonly Turns turns = new();
    private readonly AsyncLocal<bool> inside = new();
    private SqliteConnection? writer;
    private SqliteBatch? batch;

    /// <summary>Runs the unit and answers after the commit; what it wrote stays only if <paramref name="keep"/> says so of its result.</summary>
    public async Task<T> Run<T>(Func<SqliteTransaction, Task<T>> unit, Func<T, bool> keep, CancellationToken ct)
    {
        // Set in this async method, so it ends with it; a second unit started from inside would wait for the first for ever.
        if (inside.Value)
        {
            throw new InvalidOperationException("A unit of work was started inside another one by a second context.");
        }

        await turns.Take(ct);
        inside.Value = true;
        var mine = Begin();
        var result = default(T);
        ExceptionDispatchInfo? failure = null;

        try
        {
            mine.Save();
            result = await unit(mine.Transaction);
            mine.End(keep(result));
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            mine.Undo(exception);
        }

        Leave(mine);

        // A unit that failed also waits: it may have failed because of what a neighbour wrote, and that is true only from now on.
        await mine.Settled();
        failure?.Throw();
        return result!;
    }

    public void Dispose() => writer?.Dispose();

    private SqliteBatch Begin()
    {
        try
        {
            writer ??= file.OpenForWriting();
            return batch ??= new SqliteBatch(writer, clock);
        }
        catch (Exception exception)
        {
            Close();
            turns.End();
            throw exception is SqliteException { SqliteErrorCode: 5 or 6 } ? new DatabaseBusyException("Another program kept the database file busy.", exception) : exception;
        }
    }

    /// <summary>Hands the turn on: inside this transaction if somebody waits and it may grow, else after its commit.</summary>
    private void Leave(SqliteBatch mine)
    {
        if (mine.MayGrow && turns.PassOn())
        {
            return;
        }

        batch = null;

        try
        {
            if (!mine.Commit())
            {
                Close();
            }
        }
        finally
        {
            turns.End();
        }
    }

    /// <summary>After a failure below SQL nothing is known of the connection: the next unit opens another.</summary>
    private void Close()
    {
        writer?.Dispose();
        writer = null;
    }
}
