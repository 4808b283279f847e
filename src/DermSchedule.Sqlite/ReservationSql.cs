using DermSchedule.Scheduling;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace DermSchedule.Sqlite;

/// <summary>
/// The statements on <c>reservations</c>. No row is longer than a day (86,400,000,000 µs), so every search for an overlap has a lower bound on the
/// indexed start and does not read the history.
/// </summary>
internal static class ReservationSql
{
    public const string BusyOfSome = BusyStart + "SELECT value FROM json_each(@resources)" + BusyEnd;

    /// <summary>Resource by resource as well: the index begins with the resource.</summary>
    public const string BusyOfAll = BusyStart
        + "SELECT id FROM practices_providers WHERE practice_id = @practice UNION ALL SELECT id FROM practices_resources WHERE practice_id = @practice" + BusyEnd;

    /// <summary>
    /// Takes lapsed holds and offers out of the way, on whatever lane and at whatever clinic, and always with all their rows: half a hold could
    /// otherwise be turned into a visit without its room by somebody whose clock is a little behind.
    /// </summary>
    public const string RemoveLapsed = """
        DELETE FROM reservations WHERE practice_id = @practice AND expires_at <= @now AND owner_id IN (
            SELECT owner_id FROM reservations
            WHERE practice_id = @practice AND resource_id = @resource AND expires_at <= @now
                AND starts_at < @ends AND starts_at > @starts - 86400000000 AND ends_at > @starts)
        """;

    public const string Insert = """
        INSERT INTO reservations (practice_id, id, resource_id, clinic_id, lane_from, lane_to, starts_at, ends_at, kind, owner_id, expires_at)
        VALUES (@practice, @id, @resource, @clinic, @lane_from, @lane_to, @starts, @ends, @kind, @owner, @expires)
        """;

    /// <summary>All rows of the owner or none: one that has lapsed, or was converted before, spoils all.</summary>
    public const string Convert = """
        UPDATE reservations SET kind = 'appointment', owner_id = @to, expires_at = NULL
        WHERE practice_id = @practice AND owner_id = @owner AND NOT EXISTS (
            SELECT 1 FROM reservations AS other
            WHERE other.practice_id = @practice AND other.owner_id = @owner AND (other.kind <> @from OR other.expires_at IS NULL OR other.expires_at <= @now))
        """;

    public const string Extend = """
        UPDATE reservations SET expires_at = @until
        WHERE practice_id = @practice AND owner_id = @owner AND kind = 'hold' AND expires_at > @now
        """;

    public const string Free = "DELETE FROM reservations WHERE practice_id = @practice AND owner_id = @owner";

    private const string BusyStart = """
        SELECT practices.settings_version, busy.resource_id, busy.clinic_id, busy.lane_from, busy.lane_to, busy.starts_at, busy.ends_at, busy.kind, busy.owner_id
        FROM practices LEFT JOIN reservations AS busy ON busy.practice_id = @practice
            AND busy.starts_at < @to AND busy.starts_at > @from - 86400000000 AND busy.ends_at > @from
            AND (busy.expires_at IS NULL OR busy.expires_at > @now)
            AND busy.resource_id IN (
        """;

    private const string BusyEnd = """
        )
        WHERE practices.id = @practice
        ORDER BY busy.resource_id, busy.starts_at
        """;

    /// <summary>Reads what is taken by the connection given, inside its transaction if it has one.</summary>
    public static BusyTimes Busy(
        KeptConnection connection, SqliteTransaction? transaction, PracticeId practice, IReadOnlyCollection<ResourceId>? resources, Instant from, Instant to, Instant now)
    {
        // As stored: SQLite keeps a Guid as upper-case text. An array of plain text needs no serializer.
        var list = resources is null ? null : "[" + string.Join(',', resources.Select(resource => $"\"{resource.ToString().ToUpperInvariant()}\"")) + "]";
        using var command = connection.Statement(
            list is null ? BusyOfAll : BusyOfSome,
            ("@practice", practice.Value), ("@from", from.ToUnixMicroseconds()), ("@to", to.ToUnixMicroseconds()), ("@now", now.ToUnixMicroseconds()), ("@resources", list));
        command.Transaction = transaction;
        using var reader = command.ExecuteReader();
        var version = 0L;
        var rows = new List<BusyTime>();

        while (reader.Read())
        {
            version = reader.GetInt64(0);

            // The practice is there with no reservation beside it: nothing is taken.
            if (reader.IsDBNull(1))
            {
                break;
            }

            rows.Add(BusyRow.Read(reader));
        }

        return version == 0 ? throw new InvalidOperationException("This practice does not exist.") : new BusyTimes(version, rows);
    }
}
