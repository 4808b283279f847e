using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>
/// Connections for the one read that every search of free times makes, kept open with its statement prepared: opening one through the context costs
/// several times what the read does. They cannot write.
/// </summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        if (!idle.TryTake(out var connection))
        {
            connection = file.OpenForReading();
        }

        try
        {
            var answer = read(connection);
            Return(connection);
            return answer;
        }
        catch
        {
            // Whatever failed may have left a statement half read.
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        closed = true;

        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private void Return(SqliteConnection connection)
    {
        if (closed)
        {
            connection.Dispose();
            return;
        }

        idle.Add(connection);
    }
}
