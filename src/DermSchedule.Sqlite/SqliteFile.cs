using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>The database file, and the one way to open it for each purpose. Each setting stands here with its reason.</summary>
internal sealed class SqliteFile
{
    // query_only: what bypasses the write gate fails on its first try and not under load.
    public const string ReaderSettings = "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";

    // WAL: readers neither wait for the writer nor hold it up. A property of the file, stated again because a restored copy may have lost it.
    // synchronous=FULL: a commit is on the disk before anybody is told, so a power cut takes back no answer. NORMAL would.
    // busy_timeout: another program at the file (a backup, a shell) delays us up to five seconds instead of failing us at once.
    // foreign_keys: off by default in SQLite, for every connection anew.
    private const string WriterSettings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    public SqliteFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Reading = Connection(pooling: true);
        Single = Connection(pooling: false);
    }

    public string Path { get; }

    /// <summary>Pooled: a request opens one for the length of a query.</summary>
    public string Reading { get; }

    /// <summary>Not pooled: who opens one of these keeps it, or closes it for good.</summary>
    public string Single { get; }

    /// <summary>Opens a connection that may write.</summary>
    public SqliteConnection OpenForWriting() => Open(WriterSettings);

    /// <summary>Opens a connection of its own that can only read.</summary>
    public SqliteConnection OpenForReading() => Open(ReaderSettings);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(Single);

        try
        {
            connection.Open();
            Run(connection, settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
