using DermSchedule.Postgres;
using DermSchedule.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>A database of one test, thrown away with it.</summary>
public abstract class ClinicStorage : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<Engine, ClinicStorage> Templates = [];
    private static readonly Dictionary<Engine, Exception> Failures = [];

    /// <summary>What the host would be configured with: a file path or a connection string.</summary>
    public abstract string Address { get; }

    public abstract void AddTo(IServiceCollection services);

    /// <summary>A copy of the template: migrated, with the walls up and the default practice in it.</summary>
    public static async Task<ClinicStorage> Migrated(Engine engine) => await (await Template(engine)).Copy();

    /// <summary>A database with nothing in it at all.</summary>
    public static async Task<ClinicStorage> Empty(Engine engine) => engine == Engine.Sqlite ? SqliteStorage.Empty() : await PostgresStorage.Empty();

    public abstract ValueTask DisposeAsync();

    private protected abstract Task<ClinicStorage> Copy();

    private static async Task<ClinicStorage> Template(Engine engine)
    {
        await Gate.WaitAsync();

        try
        {
            if (Failures.TryGetValue(engine, out var failure))
            {
                throw new InvalidOperationException("The template could not be made; the first test that needed it says why.", failure);
            }

            if (!Templates.TryGetValue(engine, out var template))
            {
                template = await Empty(engine);
                await DefaultPractice.Found(template);
                Templates[engine] = template;
            }

            return template;
        }
        catch (Exception exception)
        {
            Failures.TryAdd(engine, exception);
            throw;
        }
        finally
        {
            Gate.Release();
        }
    }

    private sealed class SqliteStorage(string path) : ClinicStorage
    {
        private static readonly string Folder = TemporaryFolder();

        public override string Address => path;

        public static SqliteStorage Empty() => new(Path.Combine(Folder, Path.GetRandomFileName() + ".db"));

        public override void AddTo(IServiceCollection services) => services.AddSqlite(path);

        public override ValueTask DisposeAsync()
        {
            foreach (var file in Directory.GetFiles(Folder, Path.GetFileName(path) + "*"))
            {
                File.Delete(file);
            }

            return ValueTask.CompletedTask;
        }

        private protected override Task<ClinicStorage> Copy()
        {
            var copy = Empty();
            File.Copy(path, copy.Address);
            return Task.FromResult<ClinicStorage>(copy);
        }

        private static string TemporaryFolder()
        {
            var folder = Directory.CreateTempSubdirectory("derm-sqlite-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            return folder;
        }
    }

    private sealed class PostgresStorage(PostgresCluster cluster, string name) : ClinicStorage
    {
        private static int count;

        public override string Address => cluster.Database(name);

        public static Task<PostgresStorage> Empty() => Create("template0");

        public override void AddTo(IServiceCollection services) => services.AddPostgres(Address);

        public override async ValueTask DisposeAsync() => await cluster.Execute($"DROP DATABASE {name} WITH (FORCE)");

        private protected override async Task<ClinicStorage> Copy() => await Create(name);

        private static async Task<PostgresStorage> Create(string template)
        {
            var cluster = await PostgresCluster.Running();
            var name = $"dermschedule_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
            await cluster.Execute($"CREATE DATABASE {name} TEMPLATE {template}");
            return new PostgresStorage(cluster, name);
        }
    }
}
