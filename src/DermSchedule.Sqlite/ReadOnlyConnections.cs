using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace DermSchedule.Sqlite;

/// <summary>
/// Prepares the pooled connections that contexts read by. They cannot write: what bypasses <c>ScheduleDb.Write</c> and with it the gate,
/// the transaction and the retry fails on its first try and not under load.
/// </summary>
internal sealed class ReadOnlyConnections : DbConnectionInterceptor
{
    // A pooled handle keeps its settings; preparing it once instead of on every query saves three statements each time.
    private readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Prepare(SqliteConnection connection)
    {
        if (connection.Handle is { } handle && !connection.ConnectionString.Contains("Pooling=False", StringComparison.Ordinal) && prepared.TryAdd(handle, this))
        {
            SqliteFile.Run(connection, SqliteFile.ReaderSettings);
        }
    }
}
