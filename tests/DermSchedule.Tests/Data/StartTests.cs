using DermSchedule.Data;
using DermSchedule.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DermSchedule.Tests.Data;

public sealed class StartTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Every_change_of_the_tables_has_its_migration(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var scope = await clinic.Scope();

        Assert.False(scope.Db.Database.HasPendingModelChanges(), "Scaffold it: dotnet run --project tools/Migrations -- NameOfTheChange");
    }

    [Theory, EveryDatabase]
    public async Task Starting_again_changes_nothing(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Takes(Rows.Of(DefaultPractice.Avery, clinic.Now));

        await Start(clinic);
        await Start(clinic);

        Assert.Single(await clinic.Reservations());
    }

    [Theory, OnPostgres]
    public async Task Two_servers_start_together_on_an_empty_database_one_after_the_other(Engine engine)
    {
        await using var first = await TestClinic.Unmigrated(engine);
        await using var second = first.SecondServer();
        var inside = 0;
        var most = 0;

        await Together([first, second], clinic => Start(clinic, async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_second_server_on_one_file_stops_with_a_sentence_until_the_first_has_ended()
    {
        await using var storage = await OpenClinic(Engine.Sqlite);
        await using var second = storage.SecondServer();

        await using (var first = storage.SecondServer())
        {
            await Start(first);

            var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => Start(second));

            Assert.Contains("Another server already uses the database file", refusal.Message, StringComparison.Ordinal);
        }

        Assert.True(await Start(second));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_stop_the_next()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        Execute(clinic, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2027-03-01')");

        Assert.True(await Start(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_wall_that_fell_is_put_up_again_by_the_next_start(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await ExecuteOn(engine, clinic, engine == Engine.Sqlite ? "DROP TRIGGER reservations_no_overlap_insert" : "ALTER TABLE reservations DROP CONSTRAINT reservations_no_overlap");

        await Start(clinic);

        Assert.True(await clinic.Takes(Rows.Of(DefaultPractice.Avery, clinic.Now)));
        Assert.False(await clinic.Takes(Rows.Of(DefaultPractice.Avery, clinic.Now)));
    }

    [Theory, OnPostgres]
    public async Task A_wall_that_is_switched_off_or_cannot_stand_stops_the_start(Engine engine)
    {
        await using var switchedOff = await OpenClinic(engine);
        await using var crossed = await OpenClinic(engine);
        await ExecuteOn(engine, switchedOff, "ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only");
        await ExecuteOn(engine, crossed, "ALTER TABLE reservations DROP CONSTRAINT reservations_no_overlap");
        await crossed.Has(Rows.Of(DefaultPractice.Avery, crossed.Now), Rows.Of(DefaultPractice.Avery, crossed.Now));

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => Start(switchedOff));
        await Assert.ThrowsAsync<PostgresException>(() => Start(crossed));

        Assert.Contains("audit_entries_append_only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_wall_stops_the_start_on_SQLite()
    {
        await using var clinic = await OpenClinic(Engine.Sqlite);
        Execute(clinic, "DROP TRIGGER audit_seals_no_update");
        await using var connection = new SqliteFile(clinic.Address).OpenForWriting();

        var refusal = Assert.Throws<StartRefusedException>(() => SqliteWalls.Check(connection));

        Assert.Contains("audit_seals_no_update", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> Start(TestClinic clinic, Func<Task>? whenReady = null)
    {
        await using var scope = clinic.Stranger();
        var ready = false;
        await scope.Get<IDatabaseEngine>().Migrate(
            scope.Db,
            async () =>
            {
                await (whenReady?.Invoke() ?? Task.CompletedTask);
                ready = true;
            },
            CancellationToken.None);
        return ready;
    }

    private static void Execute(TestClinic clinic, string sql)
    {
        using var connection = new SqliteFile(clinic.Address).OpenForWriting();
        SqliteFile.Run(connection, sql);
    }

    private static async Task ExecuteOn(Engine engine, TestClinic clinic, string sql)
    {
        if (engine == Engine.Sqlite)
        {
            Execute(clinic, sql);
            return;
        }

        await using var connection = new NpgsqlConnection(clinic.Address + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
