using Microsoft.Data.Sqlite;

namespace DermSchedule.Benchmarks;

/// <summary>
/// What this machine gives at best: the same framework answering bytes made beforehand, one indexed SQLite query, and one durable SQLite insert
/// (WAL, synchronous FULL) per request. The product is measured beside it in the same run.
/// </summary>
internal static class CeilingServer
{
    public static async Task<int> Run(string directory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var source = $"Data Source={Path.Combine(directory, "ceiling.db")}";
        await using var writer = new SqliteConnection(source);
        await writer.OpenAsync();
        Execute(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS visits(id INTEGER PRIMARY KEY, resource TEXT, starts INTEGER, body TEXT); CREATE INDEX IF NOT EXISTS by_start ON visits(resource, starts)");
        var gate = new SemaphoreSlim(1, 1);
        var prebuilt = "{\"timeZone\":\"America/New_York\",\"days\":[]}"u8.ToArray();

        app.MapGet("/ready", () => "ready");
        app.MapPost("/prebuilt", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            prebuilt = body.ToArray();
        });
        app.MapGet("/json", () => Results.Bytes(prebuilt, "application/json"));
        app.MapPost("/insert", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            var text = await body.ReadToEndAsync();
            await gate.WaitAsync();

            try
            {
                await using var transaction = writer.BeginTransaction(deferred: false);
                await using var command = writer.CreateCommand();
                command.CommandText = "INSERT INTO visits(resource, starts, body) VALUES ('a', 1, $body)";
                command.Parameters.AddWithValue("$body", text);
                await command.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
            finally
            {
                gate.Release();
            }

            return Results.Created((string?)null, "stored");
        });
        await app.RunAsync();
        return 0;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
