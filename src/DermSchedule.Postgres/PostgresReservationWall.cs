using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace DermSchedule.Postgres;

/// <summary>The statements behind the wall on PostgreSQL: one round trip to take a slot, however many resources it needs.</summary>
internal sealed class PostgresReservationWall(ScheduleDb db, PostgresConnections connections, PracticeScope scope) : IReservationWall
{
    private const int MostAttempts = 3;

    public async Task<BusyTimes> Busy(IReadOnlyCollection<ResourceId>? resources, Instant from, Instant to, Instant now, CancellationToken ct)
    {
        if (db.InUnit)
        {
            return await Busy(Connection, resources, from, to, now, ct);
        }

        // Past the context, which would be built for this one read.
        await using var connection = await connections.Source.OpenConnectionAsync(ct);
        return await Busy(connection, resources, from, to, now, ct);
    }

    private async Task<BusyTimes> Busy(NpgsqlConnection connection, IReadOnlyCollection<ResourceId>? resources, Instant from, Instant to, Instant now, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        var values = new List<(string, object)> { ("from", from.ToDateTimeUtc()), ("to", to.ToDateTimeUtc()), ("now", now.ToDateTimeUtc()) };

        if (resources is not null)
        {
            values.Add(("resources", resources.Select(resource => resource.Value).ToArray()));
        }

        Add(batch, resources is null ? ReservationSql.BusyOfAll : ReservationSql.BusyOfSome, [.. values]);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return await BusyRows.Read(reader, ct);
    }

    public Task<bool> Take(IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct) => AllOrNothing(null, wanted, now, ct);

    public Task<bool> Replace(Guid owner, IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct) => AllOrNothing(owner, wanted, now, ct);

    public async Task<bool> Convert(Guid owner, ReservationKind from, AppointmentId to, Instant now, CancellationToken ct) =>
        await Run(ReservationSql.Convert, ct, ("owner", owner), ("from", Words.Of(from)), ("to", to.Value), ("now", now.ToDateTimeUtc())) > 0;

    public async Task<bool> Extend(HoldId hold, Instant until, Instant now, CancellationToken ct) =>
        await Run(ReservationSql.Extend, ct, ("owner", hold.Value), ("until", until.ToDateTimeUtc()), ("now", now.ToDateTimeUtc())) > 0;

    public Task<int> Free(Guid owner, CancellationToken ct) => Run(ReservationSql.Free, ct, ("owner", owner));

    public Task LockHours(IReadOnlyCollection<ProviderId> providers, bool exclusive, CancellationToken ct)
    {
        var keys = providers.Order().Select(provider => AdvisoryKeys.Of("hours", scope.Practice, provider)).Distinct().ToArray();
        return Run(exclusive ? ReservationSql.Lock : ReservationSql.LockShared, ct, ("keys", keys));
    }

    public Task LockDay(ProviderId provider, LocalDate day, CancellationToken ct) =>
        Run(ReservationSql.Lock, ct, ("keys", new[] { AdvisoryKeys.Of("day", scope.Practice, provider, day) }));

    public Task LockVisitor(byte[] visitor, CancellationToken ct) =>
        Run(ReservationSql.Lock, ct, ("keys", new[] { AdvisoryKeys.Of(visitor) }));

    private async Task<bool> AllOrNothing(Guid? givenUp, IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct)
    {
        InsideUnit();
        var rows = WantedRows.Of(wanted, scope.Practice);

        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await Insert(givenUp, rows, now, ct) == wanted.Count)
            {
                return true;
            }

            if (await InTheWay(givenUp, rows, now, ct))
            {
                return false;
            }

            // What was in the way while we waited for it is gone, or was a hold that had lapsed when it came to light: that refuses nobody.
        }

        throw new DbUpdateConcurrencyException("What was in the way was gone each time.");
    }

    private async Task<int> Insert(Guid? givenUp, WantedRows rows, Instant now, CancellationToken ct)
    {
        await using var batch = Connection.CreateBatch();

        if (Undoable(givenUp, rows))
        {
            Add(batch, "SAVEPOINT take");
        }

        if (givenUp is { } owner)
        {
            Add(batch, ReservationSql.Free, ("owner", owner));
        }

        Add(batch, ReservationSql.RemoveLapsed, [("now", now.ToDateTimeUtc()), .. rows.Where]);
        Add(batch, ReservationSql.Insert, [.. rows.Where, .. rows.What]);
        await batch.ExecuteNonQueryAsync(ct);
        return batch.BatchCommands[^1].RecordsAffected;
    }

    /// <summary>Takes back what a lost attempt did, and looks again: whoever waited for another's unit saw its rows only when it ended.</summary>
    private async Task<bool> InTheWay(Guid? givenUp, WantedRows rows, Instant now, CancellationToken ct)
    {
        await using var batch = Connection.CreateBatch();

        if (Undoable(givenUp, rows))
        {
            Add(batch, "ROLLBACK TO SAVEPOINT take");
            Add(batch, "RELEASE SAVEPOINT take");
        }

        Add(batch, ReservationSql.InTheWay, [("owner", givenUp ?? Guid.Empty), ("now", now.ToDateTimeUtc()), .. rows.Where, .. rows.What]);
        return (bool)(await batch.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One row that finds no place has changed nothing that needs taking back.</summary>
    private static bool Undoable(Guid? givenUp, WantedRows rows) => rows.Count > 1 || givenUp is not null;

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    private void InsideUnit()
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Reservations are written inside a unit of work only.");
        }
    }

    private async Task<int> Run(string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        InsideUnit();
        await using var batch = Connection.CreateBatch();
        Add(batch, sql, values);
        return await batch.ExecuteNonQueryAsync(ct);
    }

    private void Add(NpgsqlBatch batch, string sql, params (string Name, object Value)[] values) =>
        batch.BatchCommands.Add(WallCommands.Of(sql, [.. values, ("practice", scope.Practice.Value)]));
}
