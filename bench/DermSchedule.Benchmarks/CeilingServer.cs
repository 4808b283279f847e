using Microsoft.Data.Sqlite;
using Npgsql;

namespace DermSchedule.Benchmarks;

/// <summary>
/// What this machine gives at best: the same framework answering bytes made beforehand, one indexed query of a day, and one durable insert
/// per request (SQLite: WAL, synchronous FULL). The product is measured beside it in the same run.
/// </summary>
internal static class CeilingServer
{
    public static async Task<int> Run(string directory, string? postgres)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await using ICeilingStore store = postgres is null ? new SqliteCeiling(Path.Combine(directory, "ceiling.db")) : new PostgresCeiling(postgres);
        await store.Fill();
        var prebuilt = "{\"timeZone\":\"America/New_York\",\"days\":[]}"u8.ToArray();

        app.MapGet("/ready", () => "ready");
        app.MapPost("/prebuilt", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            prebuilt = body.ToArray();
        });
        app.MapGet("/json", () => Results.Bytes(prebuilt, "application/json"));
        app.MapGet("/day/{day:int}", async (int day) => Results.Json(await store.Day(day)));
        app.MapPost("/insert", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            await store.Insert(await body.ReadToEndAsync());
            return Results.Created((string?)null, "stored");
        });
        await app.RunAsync();
        return 0;
    }
}

/// <summary>A table of visits, 48 on each of 60 days and 20,000 before them, found by provider and start.</summary>
internal interface ICeilingStore : IAsyncDisposable
{
    Task Fill();

    Task<List<CeilingVisit>> Day(int day);

    /// <summary>On disk when it answers.</summary>
    Task Insert(string body);
}

internal readonly record struct CeilingVisit(string Resource, long Starts, long Ends);

internal sealed class SqliteCeiling(string path) : ICeilingStore
{
    private readonly SqliteConnection writer = new($"Data Source={path}");
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task Fill()
    {
        await writer.OpenAsync();
        await using var command = writer.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE visits(id INTEGER PRIMARY KEY, resource TEXT, starts INTEGER, body TEXT);
            CREATE INDEX by_start ON visits(resource, starts);
            WITH RECURSIVE number(n) AS (SELECT -20000 UNION ALL SELECT n + 1 FROM number WHERE n < 2879)
            INSERT INTO visits(resource, starts, body) SELECT 'provider ' || ((n + 24000) % 6), ((n + 24000) / 48 - 500) * 1440 + 540 + (n + 24000) % 48 / 6 * 60, 'x' FROM number;
            """;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<CeilingVisit>> Day(int day)
    {
        await using var reader = new SqliteConnection($"Data Source={path}");
        await reader.OpenAsync();
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT resource, starts FROM visits WHERE resource IN ('provider 0', 'provider 1', 'provider 2', 'provider 3', 'provider 4', 'provider 5') AND starts >= $from AND starts < $to";
        command.Parameters.AddWithValue("$from", day * 1440);
        command.Parameters.AddWithValue("$to", (day + 1) * 1440);
        await using var rows = await command.ExecuteReaderAsync();
        var visits = new List<CeilingVisit>();

        while (await rows.ReadAsync())
        {
            visits.Add(new CeilingVisit(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(1) + 30));
        }

        return visits;
    }

    public async Task Insert(string body)
    {
        await gate.WaitAsync();

        try
        {
            await using var transaction = writer.BeginTransaction(deferred: false);
            await using var command = writer.CreateCommand();
            command.CommandText = "INSERT INTO visits(resource, starts, body) VALUES ('a', 1, $body)";
            command.Parameters.AddWithValue("$body", body);
            await command.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        gate.Dispose();
    }
}

internal sealed class PostgresCeiling(string connectionString) : ICeilingStore
{
    private static readonly string[] Everybody = [.. Enumerable.Range(0, 6).Select(i => $"provider {i}")];

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20 });

    public async Task Fill()
    {
        await using var command = source.CreateCommand("""
            CREATE TABLE visits(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, resource text, starts bigint, body text);
            CREATE INDEX by_start ON visits(resource, starts);
            INSERT INTO visits(resource, starts, body) SELECT 'provider ' || ((n + 24000) % 6), ((n + 24000) / 48 - 500) * 1440 + 540 + (n + 24000) % 48 / 6 * 60, 'x' FROM generate_series(-20000, 2879) AS n;
            ANALYZE visits
            """);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<CeilingVisit>> Day(int day)
    {
        await using var command = source.CreateCommand("SELECT resource, starts FROM visits WHERE resource = ANY ($1) AND starts >= $2 AND starts < $3");
        command.Parameters.Add(new() { Value = Everybody });
        command.Parameters.Add(new() { Value = day * 1440L });
        command.Parameters.Add(new() { Value = (day + 1) * 1440L });
        await using var rows = await command.ExecuteReaderAsync();
        var visits = new List<CeilingVisit>();

        while (await rows.ReadAsync())
        {
            visits.Add(new CeilingVisit(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(1) + 30));
        }

        return visits;
    }

    public async Task Insert(string body)
    {
        await using var command = source.CreateCommand("INSERT INTO visits(resource, starts, body) VALUES ('a', 1, $1)");
        command.Parameters.Add(new() { Value = body });
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
