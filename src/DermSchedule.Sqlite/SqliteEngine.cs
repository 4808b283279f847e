using DermSchedule.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Sqlite;

/// <summary>SQLite: one file, one server process, nothing to install.</summary>
internal sealed class SqliteEngine(SqliteFile file, SqliteWriteGate gate) : IDatabaseEngine, IDisposable
{
    private const int MostAttempts = 5;
    private readonly SqliteStart start = new(file);

    public string Name => "Sqlite";

    public void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<SqliteInstant>();
        conventions.Properties<LocalDate>().HaveConversion<SqliteDate>();
    }

    public async Task<Result<T>> Write<T>(ScheduleDb db, Func<Task<Result<T>>> unit, CancellationToken ct)
    {
        UnsavedChanges.Refuse(db);

        for (var attempt = 1; ; attempt++)
        {
            // The unit sees what is in the database now, not what an earlier read of this scope left in memory.
            db.ChangeTracker.Clear();

            try
            {
                var result = await gate.Run(transaction => Inside(db, transaction, unit), keep: result => result.Refusal is null, ct);

                if (result.Refusal is not null)
                {
                    db.ChangeTracker.Clear();
                }

                return result;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Somebody raised the version between our read and our write inside one unit: read again, decide again.
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }

    public string? TakenIn(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is SqliteException { SqliteErrorCode: 19 } refused)
            {
                return SqliteRefusals.Table(refused);
            }
        }

        return null;
    }

    public Task Migrate(ScheduleDb db, Func<Task> whenReady, CancellationToken ct) => start.Run(db, whenReady, ct);

    public async Task Check(CancellationToken ct)
    {
        await using var connection = file.OpenForReading();
        SqliteWalls.Check(connection);
    }

    public void Dispose()
    {
        gate.Dispose();
        start.Dispose();
    }

    private async Task<Result<T>> Inside<T>(ScheduleDb db, SqliteTransaction transaction, Func<Task<Result<T>>> unit)
    {
        db.Database.SetDbConnection(transaction.Connection);

        // The gate's savepoint takes back the whole unit; another one around every save would only cost statements.
        db.Database.AutoSavepointsEnabled = false;

        try
        {
            await using var joined = await db.Database.UseTransactionAsync(transaction);
            return await unit();
        }
        finally
        {
            file.LeaveToReaders(db);
        }
    }
}
