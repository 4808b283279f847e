using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DermSchedule.Postgres;

/// <summary>Brings the database up to date when a server starts. Servers that start together do it one after the other.</summary>
internal sealed class PostgresStart(PostgresConnections connections)
{
    /// <summary>Any number that nobody else uses in this database: "DermSch" in ASCII.</summary>
    private const long StartLock = 0x4465726D536368;

    private static readonly string[] Constraints = ["reservations_well_formed", "reservations_no_overlap", "reservations_one_clinic"];

    private static readonly string[] Triggers =
    [
        "audit_entries_append_only", "audit_subjects_append_only", "audit_seals_append_only", "audit_heads_append_only", "audit_unsealed_delete_only",
        "scheduling_appointment_events_append_only",
    ];

    public async Task Run(ScheduleDb db, Func<Task> whenReady, CancellationToken ct)
    {
        // Outside the pool, so that closing it ends the session and with it the lock, whatever happens to this process.
        await using var connection = await connections.OpenSingle(ct);
        await Execute(connection, $"SELECT pg_advisory_lock({StartLock})", ct);
        await Execute(connection, "CREATE EXTENSION IF NOT EXISTS btree_gist", ct);
        await db.Database.MigrateAsync(ct);
        await Execute(connection, await Walls(ct), ct);
        await Check(connection, ct);
        await whenReady();
    }

    /// <summary>Throws with the name of the first wall that is not there, was never validated, or is switched off.</summary>
    internal static async Task Check(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT conname FROM pg_constraint WHERE conrelid = 'reservations'::regclass AND convalidated
            UNION ALL SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                WHERE pg_class.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'reservations'::regclass) AND tgenabled IN ('O', 'A')
            """;
        var standing = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);

        while (await reader.ReadAsync(ct))
        {
            standing.Add(reader.GetString(0));
        }

        if (Constraints.Concat(Triggers).FirstOrDefault(name => !standing.Contains(name)) is { } missing)
        {
            throw new StartRefusedException($"The database does not stand guard: {missing} is missing or switched off.");
        }
    }

    private static async Task<string> Walls(CancellationToken ct)
    {
        await using var stream = typeof(PostgresStart).Assembly.GetManifestResourceStream("Walls.sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
