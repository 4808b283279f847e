using DermSchedule.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Sqlite;

/// <summary>Brings the file up to date when the server starts, and keeps every other server away from it while this one lives.</summary>
internal sealed class SqliteStart(SqliteFile file) : IDisposable
{
    private FileStream? servers;

    public async Task Run(ScheduleDb db, Func<Task> whenReady, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        servers ??= LockOut();

        // A context reads by connections that cannot write; this one can, and goes with the migration.
        await using var connection = file.OpenForWriting();
        db.Database.SetDbConnection(connection);

        try
        {
            ForgetKilledMigration(connection);
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            file.LeaveToReaders(db);
        }

        SqliteWalls.PutUp(connection);
        SqliteWalls.Check(connection);
        await whenReady();
    }

    public void Dispose() => servers?.Dispose();

    /// <summary>Two servers on one file would each run a gate and each answer from its own memory. The system frees the lock of a killed process.</summary>
    private FileStream LockOut()
    {
        try
        {
            return new FileStream(file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new StartRefusedException(
                $"Another server already uses the database file {file.Path}: stop it first, or use PostgreSQL to run several.", exception);
        }
    }

    /// <summary>
    /// A process killed while migrating leaves EF's lock row behind, and every later start would wait for it for ever. Nobody can hold it now: the
    /// lock file is ours.
    /// </summary>
    private static void ForgetKilledMigration(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

        if ((long)command.ExecuteScalar()! > 0)
        {
            SqliteFile.Run(connection, "DELETE FROM __EFMigrationsLock");
        }
    }
}
