using System.Data.Common;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using DermSchedule.Kernel;
using DermSchedule.Postgres;
using DermSchedule.Scheduling;
using DermSchedule.Sqlite;
using DermSchedule.Web.Hosting.Settings;

namespace DermSchedule.Web.Hosting;

/// <summary>The database, the keys and the clock that the rooms stand on.</summary>
internal static class Store
{
    public static void AddStore(this IServiceCollection services, HostSettings settings)
    {
        MakeDataDirectory(settings.DataDirectory);
        MasterKeyFile.RefuseInside(settings.DataDirectory, settings.MasterKeyFile);
        services.AddSingleton(settings.PublicAddress);
        services.AddSingleton(new TextMessages(AreSent: settings.Providers.Sms != SmsProvider.None));
        services.AddSingleton(MasterKeyFile.Open(settings.MasterKeyFile, create: !settings.IsProduction));
        services.AddCookieKeys(settings);
        services.AddFileAdapters(settings);

        _ = settings.Database.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddSqlite(settings.Database.ConnectionString),
            DatabaseProvider.Postgres => services.AddPostgres(settings.Database.ConnectionString),
        };
    }

    /// <summary>The real clock, or in demo mode one that can be moved forward.</summary>
    public static void AddClock(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(TimeProvider.System);

        if (settings.Demo.Enabled)
        {
            services.AddDemoClock(settings.Demo);
        }
    }

    /// <summary>Schema, walls and demo data, under the engine's lock: of several servers that start at once one does it and the others wait.</summary>
    public static async Task BringUpDatabase(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;

        try
        {
            await services.GetRequiredService<IDatabaseEngine>().Migrate(services.GetRequiredService<ScheduleDb>(), () => Plant(app.Services), app.Lifetime.ApplicationStopping);
            await services.GetRequiredService<CookieSecrets>().Load(app.Lifetime.ApplicationStopping);
        }
        catch (DbException exception)
        {
            throw new StartRefusedException($"Database__ConnectionString leads to no database this program can use: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new StartRefusedException(exception.Message, exception);
        }
    }

    private static void MakeDataDirectory(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Data__Directory names {path}, which cannot be made: {exception.Message}", exception);
        }
    }

    private static async Task Plant(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await MasterKeyCheck.Refuse(scope.ServiceProvider.GetRequiredService<ScheduleDb>(), scope.ServiceProvider.GetRequiredService<MasterKey>(), CancellationToken.None);

        if (scope.ServiceProvider.GetService<DemoClockStore>() is { } clock)
        {
            await clock.Load(CancellationToken.None);
        }

        foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>())
        {
            await seed.Plant(CancellationToken.None);
        }
    }
}
