using System.Data;
using System.Security.Cryptography;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace DermSchedule.Postgres;

/// <summary>PostgreSQL: several servers may share one database, and the database settles their races.</summary>
internal sealed class PostgresEngine(PostgresConnections connections) : IDatabaseEngine
{
    private const int MostAttempts = 5;
    private readonly PostgresStart start = new(connections);

    public string Name => "Postgres";

    public void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<PostgresInstant>().HaveColumnType("timestamp with time zone");
        conventions.Properties<LocalDate>().HaveConversion<PostgresDate>().HaveColumnType("date");
    }

    public async Task<Result<T>> Write<T>(ScheduleDb db, Func<Task<Result<T>>> unit, CancellationToken ct)
    {
        UnsavedChanges.Refuse(db);

        for (var attempt = 1; ; attempt++)
        {
            // The unit sees what is in the database now, not what an earlier read of this scope or a lost attempt left in memory.
            db.ChangeTracker.Clear();

            try
            {
                return await Once(db, unit, ct);
            }
            catch (Exception exception) when (IsConflict(exception))
            {
                if (attempt == MostAttempts)
                {
                    db.ChangeTracker.Clear();
                    throw new DatabaseBusyException("Others kept changing the same rows.", exception);
                }
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }

            // Two who met once would meet again at once; by the real clock, which the demo's clock does not move.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 20 << attempt)), TimeProvider.System, ct);
        }
    }

    public string? TakenIn(Exception exception) =>
        Find(exception) is { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation } refused ? refused.TableName : null;

    public Task Migrate(ScheduleDb db, Func<Task> whenReady, CancellationToken ct) => start.Run(db, whenReady, ct);

    public async Task Check(CancellationToken ct)
    {
        await using var connection = await connections.Source.OpenConnectionAsync(ct);
        await PostgresStart.Check(connection, ct);
    }

    private static async Task<Result<T>> Once<T>(ScheduleDb db, Func<Task<Result<T>>> unit, CancellationToken ct)
    {
        // A unit that fails is rolled back as a whole; a savepoint around every save would only cost round trips.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var result = await unit();

        if (result.Refusal is not null)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            return result;
        }

        // Not cancellable: a caller who went away must not leave it open whether the unit happened.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>
    /// The database settled a race against this unit: run it again, and it sees the winner. Two repeats of one request meet in
    /// <c>idempotent_answers</c>; the second then finds the answer of the first.
    /// </summary>
    private bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || Find(exception)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        || string.Equals(TakenIn(exception), "idempotent_answers", StringComparison.Ordinal);

    private static PostgresException? Find(Exception? exception)
    {
        while (exception is not null and not PostgresException)
        {
            exception = exception.InnerException;
        }

        return exception as PostgresException;
    }
}
