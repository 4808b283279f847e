using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Data;

/// <summary>What differs between SQLite and PostgreSQL and is no rule of the clinic. One implementer in each provider project.</summary>
public interface IDatabaseEngine
{
    /// <summary><c>Sqlite</c> or <c>Postgres</c>, as in the setting <c>Database__Provider</c>.</summary>
    string Name { get; }

    /// <summary>How instants, dates and times are stored.</summary>
    void Conventions(ModelConfigurationBuilder conventions);

    /// <summary>
    /// Runs the unit in one write transaction: gate, begin, run, commit unless refused; a conflict that the database resolved
    /// against us rolls back, clears the tracker and repeats the whole unit at most five times.
    /// </summary>
    Task<Result<T>> Write<T>(ScheduleDb db, Func<Task<Result<T>>> unit, CancellationToken ct);

    /// <summary>
    /// The table whose unique key refused a row (<see cref="DbUpdateException"/> or the driver's own exception); null when it was something else.
    /// </summary>
    string? TakenIn(Exception exception);

    /// <summary>Brings the schema up to date under the engine's own lock, then puts up and checks the walls (stack.md pitfall 18). Safe to call from several processes at once.</summary>
    Task Migrate(ScheduleDb db, Func<Task> whenReady, CancellationToken ct);

    /// <summary>Whether the database answers and its walls stand, for the health check; throws what is wrong.</summary>
    Task Check(CancellationToken ct);
}

/// <summary>The database stayed busy through every repeat: 503 with <c>Retry-After</c>.</summary>
public sealed class DatabaseBusyException : Exception
{
    public DatabaseBusyException()
    {
    }

    public DatabaseBusyException(string message)
        : base(message)
    {
    }

    public DatabaseBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
