using System.Collections.Concurrent;

namespace DermSchedule.Sqlite;

/// <summary>Connections that read, kept open with their statements prepared. They cannot write: what bypasses <c>ScheduleDb.Write</c> and with it the
/// gate, the transaction and the retry fails on its first try and not under load.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    /// <summary>Each keeps up to 2 MB of pages in memory; a crowd gets more for the moment.</summary>
    private const int MostIdle = 16;

    private readonly ConcurrentBag<KeptConnection> idle = [];
    private volatile bool closed;

    /// <summary>A connection to be disposed after use, which gives it back.</summary>
    public KeptConnection Lend() => (idle.TryTake(out var connection) ? connection : file.OpenForReading()).Lend(GiveBack);

    public void Dispose()
    {
        closed = true;

        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void GiveBack(KeptConnection connection)
    {
        // A statement half read would hold the connection, and with it the log of the file, at an old state.
        if (closed || idle.Count >= MostIdle || !connection.IsQuiet)
        {
            connection.Dispose();
            return;
        }

        idle.Add(connection);
    }
}
