using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Sqlite;

/// <summary>The database file, and the one way to open it for each purpose. Each setting stands here with its reason.</summary>
internal sealed class SqliteFile
{
    // query_only: what bypasses the write gate fails on its first try and not under load.
    private const string ReaderSettings = "PRAGMA busy_timeout=5000; PRAGMA query_only=ON;";

    // WAL: readers neither wait for the writer nor hold it up. A property of the file, stated again because a restored copy may have lost it.
    // synchronous=FULL: a commit is on the disk before anybody is told, so a power cut takes back no answer. NORMAL would.
    // busy_timeout: another program at the file (a backup, a shell) delays us up to five seconds instead of failing us at once.
    // foreign_keys: off by default in SQLite, for every connection anew.
    private const string WriterSettings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    public SqliteFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,

            // Who opens a connection keeps it, or closes it for good.
            Pooling = false,

            // Shared cache would let readers meet the writer's table locks again, which WAL spares them.
            Cache = SqliteCacheMode.Private,

            // The library repeats a busy statement until this many seconds are over; busy_timeout has waited as long by then.
            DefaultTimeout = 5,
        }.ToString();
    }

    public string Path { get; }

    public string ConnectionString { get; }

    /// <summary>Opens a connection that may write.</summary>
    public KeptConnection OpenForWriting() => Open(WriterSettings);

    /// <summary>Opens a connection that can only read.</summary>
    public KeptConnection OpenForReading() => Open(ReaderSettings);

    /// <summary>Takes the writer's connection away from a context; the next read lends it one of its own.</summary>
    public void LeaveToReaders(DbContext db)
    {
        db.Database.SetDbConnection(null);
        db.Database.SetConnectionString(ConnectionString);
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private KeptConnection Open(string settings)
    {
        var connection = new KeptConnection(ConnectionString);

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
}
