using System.Data;
using DermSchedule.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DermSchedule.Sqlite;

/// <summary>One transaction of the write gate with the units that share it. Used by one unit at a time.</summary>
internal sealed class SqliteBatch
{
    private const string Unit = "unit";

    /// <summary>Enough for the fsync to cost each little; few enough that the first is not kept waiting by the last.</summary>
    private const int MostUnits = 64;

    /// <summary>Whoever came first waits no longer than about this for those who follow, however slow they are.</summary>
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMilliseconds(10);

    private readonly SqliteConnection connection;
    private readonly TaskCompletionSource committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider clock;
    private readonly long openedAt;
    private int units;
    private Exception? lost;

    public SqliteBatch(SqliteConnection connection, TimeProvider clock)
    {
        (this.connection, this.clock, openedAt) = (connection, clock, clock.GetTimestamp());

        // IMMEDIATE before the first read: under plain BEGIN a unit that reads and then writes meets a lock it can never get (9,251 of 9,600 failed).
        Transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
    }

    public SqliteTransaction Transaction { get; }

    /// <summary>Completes when all is on the disk, fails when nothing is.</summary>
    public async Task Settled()
    {
#pragma warning disable VSTHRD003 // No thread is waited for: the unit that holds the turn completes it.
        await committed.Task;
#pragma warning restore VSTHRD003
    }

    public bool MayGrow => lost is null && units < MostUnits && clock.GetElapsedTime(openedAt) < LongestOpen;

    /// <summary>Marks the place this unit goes back to.</summary>
    public void Save()
    {
        units++;
        Transaction.Save(Unit);
    }

    /// <summary>Ends a unit that ran to its end.</summary>
    public void End(bool keep)
    {
        if (!keep)
        {
            Transaction.Rollback(Unit);
        }

        Transaction.Release(Unit);
    }

    /// <summary>Takes back a unit that threw. A disk that is full or fails ends the whole transaction: then it is lost for all in it.</summary>
    public void Undo(Exception cause)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            lost = cause;
            return;
        }

        try
        {
            End(keep: false);
        }
        catch (SqliteException exception)
        {
            lost = exception;
        }
    }

    /// <summary>Commits for all units; false when all is lost and the connection should not be used again.</summary>
    public bool Commit()
    {
        try
        {
            if (lost is null)
            {
                Transaction.Commit();
                Transaction.Dispose();
                committed.SetResult();
                return true;
            }
        }
        catch (SqliteException exception)
        {
            lost = exception;
        }

        GiveUp();
        committed.SetException(new DatabaseBusyException("The database could not store this.", lost));
        return false;
    }

    private void GiveUp()
    {
        try
        {
            Transaction.Dispose();
        }
        catch (SqliteException)
        {
            // Nothing left to roll back, or no way to: closing the connection does it, and must not stumble over the same.
        }
    }
}
