using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace DermSchedule.Sqlite;

/// <summary>The statements behind the wall on SQLite. The write gate lets one unit at a time in; the triggers of <c>Walls.sql</c> refuse what overlaps.</summary>
internal sealed class SqliteReservationWall(ScheduleDb db, PracticeScope scope, SqliteReaders readers) : IReservationWall
{
    private const string BeforeTake = "take";

    // The driver of SQLite is synchronous underneath: tasks of its own would only cost.
    public Task<BusyTimes> Busy(IReadOnlyCollection<ResourceId>? resources, Instant from, Instant to, Instant now, CancellationToken ct)
    {
        if (db.InUnit)
        {
            return Task.FromResult(ReservationSql.Busy((KeptConnection)Transaction.Connection!, Transaction, scope.Practice, resources, from, to, now));
        }

        using var connection = readers.Lend();
        return Task.FromResult(ReservationSql.Busy(connection, null, scope.Practice, resources, from, to, now));
    }

    public Task<bool> Take(IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct) => Task.FromResult(AllOrNothing(null, wanted, now));

    public Task<bool> Replace(Guid owner, IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct) =>
        Task.FromResult(AllOrNothing(owner, wanted, now));

    public Task<bool> Convert(Guid owner, ReservationKind from, AppointmentId to, Instant now, CancellationToken ct) => Task.FromResult(
        Run(ReservationSql.Convert, ("@owner", owner), ("@from", Words.Of(from)), ("@to", to.Value), ("@now", now.ToUnixMicroseconds())) > 0);

    public Task<bool> Extend(HoldId hold, Instant until, Instant now, CancellationToken ct) => Task.FromResult(
        Run(ReservationSql.Extend, ("@owner", hold.Value), ("@until", until.ToUnixMicroseconds()), ("@now", now.ToUnixMicroseconds())) > 0);

    public Task<int> Free(Guid owner, CancellationToken ct) => Task.FromResult(Run(ReservationSql.Free, ("@owner", owner)));

    /// <summary>Nothing to do: the gate runs one unit at a time.</summary>
    public Task LockHours(IReadOnlyCollection<ProviderId> providers, bool exclusive, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc cref="LockHours"/>
    public Task LockDay(ProviderId provider, LocalDate day, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc cref="LockHours"/>
    public Task LockVisitor(byte[] visitor, CancellationToken ct) => Task.CompletedTask;

    private bool AllOrNothing(Guid? givenUp, IReadOnlyCollection<Reservation> wanted, Instant now)
    {
        var transaction = Transaction;
        transaction.Save(BeforeTake);

        if (givenUp is { } owner)
        {
            Run(ReservationSql.Free, ("@owner", owner));
        }

        var taken = wanted.OrderBy(row => row.ResourceId).ThenBy(row => row.StartsAt).All(row => TakeOne(row, now));

        if (!taken)
        {
            transaction.Rollback(BeforeTake);
        }

        transaction.Release(BeforeTake);
        return taken;
    }

    private bool TakeOne(Reservation row, Instant now)
    {
        if (row.PracticeId != scope.Practice)
        {
            throw new InvalidOperationException("A reservation of another practice was about to be written.");
        }

        Run(
            ReservationSql.RemoveLapsed,
            ("@resource", row.ResourceId.Value), ("@starts", row.StartsAt.ToUnixMicroseconds()), ("@ends", row.EndsAt.ToUnixMicroseconds()), ("@now", now.ToUnixMicroseconds()));

        try
        {
            return Run(
                ReservationSql.Insert,
                ("@id", row.Id.Value), ("@resource", row.ResourceId.Value), ("@clinic", row.ClinicId.Value), ("@lane_from", row.LaneFrom), ("@lane_to", row.LaneTo),
                ("@starts", row.StartsAt.ToUnixMicroseconds()), ("@ends", row.EndsAt.ToUnixMicroseconds()), ("@kind", Words.Of(row.Kind)), ("@owner", row.OwnerId),
                ("@expires", row.ExpiresAt?.ToUnixMicroseconds())) == 1;
        }
        catch (SqliteException exception) when (SqliteRefusals.IsOverlap(exception))
        {
            // RAISE(ABORT) undid the statement and nothing else: the transaction goes on.
            return false;
        }
    }

    private SqliteTransaction Transaction => (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("Reservations are written inside a unit of work only.");

    private int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var transaction = Transaction;
        using var command = ((KeptConnection)transaction.Connection!).Statement(sql, [("@practice", scope.Practice.Value), .. values]);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }
}
