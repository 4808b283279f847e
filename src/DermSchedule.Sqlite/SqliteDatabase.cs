using DermSchedule.Data;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Sqlite;

/// <summary>The door of this project for the host.</summary>
public static class SqliteDatabase
{
    /// <summary>Keeps everything in one SQLite file.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="path">The database file; it and its folder are made when missing. <c>{path}.lock</c> beside it keeps a second server away.</param>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string path)
    {
        services.AddSingleton(new SqliteFile(path));
        services.AddSingleton(provider => new SqliteWriteGate(provider.GetRequiredService<SqliteFile>(), TimeProvider.System));
        services.AddSingleton<SqliteReaders>();
        services.AddSingleton<ReadConnections>();
        services.AddSingleton<KeptStatements>();
        services.AddSingleton<IDatabaseEngine, SqliteEngine>();
        services.AddScoped<IReservationWall, SqliteReservationWall>();
        services.AddDbContext<ScheduleDb>(
            (provider, options) => options
                .UseSqlite(provider.GetRequiredService<SqliteFile>().ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
                .ReplaceService<IMigrationsSqlGenerator, NarrowTables>()
                .AddInterceptors(provider.GetRequiredService<ReadConnections>(), provider.GetRequiredService<KeptStatements>()),
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton);
        return services;
    }
}
