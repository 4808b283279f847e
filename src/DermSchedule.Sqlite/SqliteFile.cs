using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>The database file, and the one way to open it for each purpose. Each setting stands here with its reason.</summary>
internal sealed class SqliteFile
{
    public SqliteFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Reading = Connection(pooling: true);
        Writing = Connection(pooling: false);
    }

    public string Path { get; }

    /// <summary>Pooled: a request opens one for the length of a query.</summary>
    public string Reading { get; }

    /// <summary>Not pooled: the write gate keeps its one connection, migrations and checks close theirs for good.</summary>
    public string Writing { get; }

    /// <summary>Opens a connection that may write.</summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(Writing);

        try
        {
            connection.Open();

            // WAL: readers neither wait for the writer nor hold it up. A property of the file, stated again because a restored copy may have lost it.
            // synchronous=FULL: a commit is on the disk before anybody is told, so a power cut takes back no answer. NORMAL would.
            // busy_timeout: another program at the file (a backup, a shell) delays us up to five seconds instead of failing us at once.
            // foreign_keys: off by default in SQLite, for every connection anew.
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Connection(bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Pooling = pooling,

        // Shared cache would let readers meet the writer's table locks again, which WAL spares them.
        Cache = SqliteCacheMode.Private,

        // The library repeats a busy statement until this many seconds are over; busy_timeout has waited as long by then.
        DefaultTimeout = 5,
    }.ToString();
}
