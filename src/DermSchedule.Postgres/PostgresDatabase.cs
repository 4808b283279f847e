using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DermSchedule.Postgres;

/// <summary>The door of this project for the host.</summary>
public static class PostgresDatabase
{
    private static readonly RowLocking Locking = new();

    /// <summary>Keeps everything in one PostgreSQL database (14 or newer), which any number of servers may share.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="connectionString">An existing database; its user may create tables and the trusted extension <c>btree_gist</c>.</param>
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new PostgresConnections(connectionString));
        services.AddSingleton<IDatabaseEngine, PostgresEngine>();
        services.AddScoped<IReservationWall, PostgresReservationWall>();
        services.AddDbContext<ScheduleDb>(
            (provider, options) => options.AddInterceptors(Locking).UseNpgsql(
                provider.GetRequiredService<PostgresConnections>().Source,
                postgres => postgres.MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name)),
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton);
        return services;
    }
}

/// <summary>The pool of this server, and the way to one connection outside it.</summary>
internal sealed class PostgresConnections : IAsyncDisposable, IDisposable
{
    private readonly string single;

    public PostgresConnections(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        // The few statements we have come again and again: planned once per connection. Not behind a pooler that swaps connections; who has one sets it to 0.
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
        }

        // We leave nothing behind in a session: its locks end with the unit, and no setting is changed. Cleaning it up before each use costs as much as a query.
        if (!settings.ShouldSerialize("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        Source = new NpgsqlDataSourceBuilder(settings.ToString()).Build();
        settings.Pooling = false;
        settings.CommandTimeout = 0;
        single = settings.ToString();
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>A connection of its own that waits as long as it must: for the lock of a start, which another server may hold through a long migration.</summary>
    public async Task<NpgsqlConnection> OpenSingle(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(single);

        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    public void Dispose() => Source.Dispose();
}
