using System.Diagnostics;
using Npgsql;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>
/// The PostgreSQL of this process: the named one, or a throw-away cluster that lives in a temporary folder behind a Unix socket, so that no
/// two processes meet on a port. The bench has its own, which writes to disk as a clinic's does.
/// </summary>
internal sealed class PostgresCluster
{
    /// <summary>As it comes: a commit is on disk before it is answered.</summary>
    public const string Durable = "-c max_connections=400 -c shared_buffers=128MB";

    /// <summary>A test's data need not survive.</summary>
    private const string Fast = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=400 -c shared_buffers=64MB";

    // Stops when its standard input closes, which the system does for us however this process ends.
    private const string Script = """
        dir=$1; bin=$2; settings=$3; as=""
        if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=postgres --regid=postgres --clear-groups"; chown postgres:postgres "$dir"; fi
        cd "$dir"
        clean() { $as "$bin/pg_ctl" -D "$dir/db" -m immediate -s stop >&2; rm -rf "$dir"; }
        trap clean EXIT
        $as "$bin/initdb" -D "$dir/db" -U postgres -A trust -E UTF8 --no-locale -N >/dev/null || exit 1
        $as "$bin/pg_ctl" -D "$dir/db" -l "$dir/log" -s -w -o "-c listen_addresses='' -c unix_socket_directories=$dir $settings" start >&2 || { cat "$dir/log" >&2; exit 1; }
        echo ready
        cat >/dev/null
        """;

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresCluster? running;

    private PostgresCluster(string connectionString) => ConnectionString = connectionString;

    /// <summary>Of a user who may create databases.</summary>
    public string ConnectionString { get; }

    /// <summary>The one of this process; started on the first use.</summary>
    public static async Task<PostgresCluster> Running()
    {
        await Gate.WaitAsync();

        try
        {
            return running ??= PostgresInstallation.ConnectionString is { } named ? new PostgresCluster(named) : await Start(Fast);
        }
        finally
        {
            Gate.Release();
        }
    }

    public string Database(string name, int mostConnections = 60) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = mostConnections }.ToString();

    /// <summary>Runs one statement on the server outside any test's database.</summary>
    public Task Execute(string sql) => Execute(ConnectionString, sql);

    /// <summary>Runs one statement on a connection of its own.</summary>
    public static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A cluster of one's own, gone when this process ends.</summary>
    /// <param name="settings">Arguments of the server.</param>
    public static async Task<PostgresCluster> Start(string settings)
    {
        var programs = PostgresInstallation.Programs() ?? throw new InvalidOperationException(PostgresInstallation.WhyMissing());
        var folder = Directory.CreateTempSubdirectory("derm-pg-").FullName;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "cluster", folder, programs, settings]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;

        if (await process.StandardOutput.ReadLineAsync() is not "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start; its reason stands above.");
        }

        // Waited for, so that nothing of it is left when the program has ended.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(20));
        };
        return new PostgresCluster($"Host={folder};Username=postgres;Database=postgres");
    }
}
