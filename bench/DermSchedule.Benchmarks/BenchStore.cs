using System.Globalization;
using DermSchedule.Postgres;
using DermSchedule.Sqlite;
using DermSchedule.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Benchmarks;

/// <summary>The database of one data set: a file in its folder, or a database of a PostgreSQL cluster that this run has started.</summary>
/// <param name="Directory">Of the server that keeps everything else there.</param>
/// <param name="Postgres">Connection string; null on SQLite.</param>
internal sealed record BenchStore(string Directory, string? Postgres)
{
    private static int count;

    public string KeyFile => Path.Combine(Directory, "..", Path.GetFileName(Directory) + ".key");

    /// <summary>What the server is told.</summary>
    public Dictionary<string, string> Settings => Postgres is null
        ? new() { ["Data__Directory"] = Directory, ["Keys__MasterKeyFile"] = KeyFile }
        : new() { ["Data__Directory"] = Directory, ["Keys__MasterKeyFile"] = KeyFile, ["Database__Provider"] = "Postgres", ["Database__ConnectionString"] = Postgres };

    /// <param name="directory">Made with it.</param>
    /// <param name="cluster">Null for SQLite.</param>
    public static async Task<BenchStore> Create(string directory, PostgresCluster? cluster)
    {
        System.IO.Directory.CreateDirectory(directory);

        if (cluster is null)
        {
            return new BenchStore(directory, null);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Interlocked.Increment(ref count)}");
        await cluster.Execute($"CREATE DATABASE {name}");
        return new BenchStore(directory, cluster.Database(name, mostConnections: 100));
    }

    /// <summary>The same database for another server, which has a folder of its own.</summary>
    public BenchStore Beside()
    {
        var other = Path.Combine(Directory, "..", Path.GetFileName(Directory) + "-beside");
        System.IO.Directory.CreateDirectory(other);
        File.Copy(KeyFile, Path.Combine(other, "..", Path.GetFileName(other) + ".key"));
        return this with { Directory = other };
    }

    public void AddTo(IServiceCollection services) =>
        _ = Postgres is null ? services.AddSqlite(Path.Combine(Directory, "dermschedule.db")) : services.AddPostgres(Postgres);

    /// <summary>What PostgreSQL does by itself within a minute; a run does not begin with it.</summary>
    public Task Settle() => Postgres is null ? Task.CompletedTask : PostgresCluster.Execute(Postgres, "VACUUM ANALYZE");
}
