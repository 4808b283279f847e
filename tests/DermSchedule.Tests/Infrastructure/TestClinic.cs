using DermSchedule.Data;
using DermSchedule.Practices;
using DermSchedule.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>
/// A clinic for one test: the real rooms on a real database of its own, with a clock the test moves. Nothing in it is a stand-in but the clock.
/// </summary>
public sealed class TestClinic : IAsyncDisposable
{
    private readonly ClinicStorage storage;
    private readonly ServiceProvider server;
    private readonly Action<IServiceCollection>? more;
    private readonly bool ownsStorage;

    private TestClinic(ClinicStorage storage, FakeClock clock, Action<IServiceCollection>? more, bool ownsStorage)
    {
        (this.storage, this.more, this.ownsStorage, Clock) = (storage, more, ownsStorage, clock);
        server = Server(storage, clock, more);
    }

    public FakeClock Clock { get; }

    /// <summary>What the business clock shows.</summary>
    public Instant Now => Clock.GetCurrentInstant();

    /// <summary>Everything that is one per server.</summary>
    public IServiceProvider Services => server;

    /// <summary>The file path or connection string of its database, for a host in another project.</summary>
    public string Address => storage.Address;

    /// <summary>The default practice, Monday 1 March 2027, an hour before opening.</summary>
    /// <param name="engine">Where its data lives.</param>
    /// <param name="more">Adapters and replacements, added after the rooms.</param>
    public static async Task<TestClinic> Open(Engine engine, Action<IServiceCollection>? more = null) =>
        new(await ClinicStorage.Migrated(engine), new FakeClock(DefaultPractice.Start), more, ownsStorage: true);

    /// <summary>A server in front of a database without a table. Its first act is a migration.</summary>
    public static async Task<TestClinic> Unmigrated(Engine engine) =>
        new(await ClinicStorage.Empty(engine), new FakeClock(DefaultPractice.Start), more: null, ownsStorage: true);

    /// <summary>Another server process, as far as one process can be one: the same database and clock, nothing else in common.</summary>
    /// <param name="also">What it has on top, e.g. another key.</param>
    public TestClinic SecondServer(Action<IServiceCollection>? also = null) => new(storage, Clock, more + also, ownsStorage: false);

    /// <summary>What one request has: a unit of its own that has entered the default practice.</summary>
    public async Task<ClinicScope> Scope() => await Scope(DefaultPractice.Practice);

    /// <summary>The same, inside another practice.</summary>
    public async Task<ClinicScope> Scope(PracticeId practice)
    {
        var scope = Stranger();
        await scope.Get<PracticeDirectory>().Enter(practice, CancellationToken.None);
        return scope;
    }

    /// <summary>A scope that has entered no practice.</summary>
    public ClinicScope Stranger() => new(server.CreateAsyncScope());

    /// <summary>Asks one handler in a scope of its own: <c>clinic.Ask((HoldSlot.Handler hold) => hold.Handle(request, ct))</c>.</summary>
    public async Task<TAnswer> Ask<TService, TAnswer>(Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = await Scope();
        return await ask(scope.Get<TService>());
    }

    /// <summary>Runs a unit of work in a scope of its own: how a test prepares what it needs.</summary>
    public async Task<Result<T>> Write<T>(Func<ClinicScope, Task<Result<T>>> unit)
    {
        await using var scope = await Scope();
        return await scope.Db.Write(() => unit(scope), CancellationToken.None);
    }

    /// <summary>Stores rows in the default practice.</summary>
    public Task Has(params object[] rows) => Write<Done>(scope =>
    {
        scope.Db.AddRange(rows);
        return Task.FromResult<Result<Done>>(Done.Instance);
    });

    /// <summary>Lets time pass on the business clock.</summary>
    public void TimePasses(Duration by) => Clock.Advance(by);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();

        if (ownsStorage)
        {
            await storage.DisposeAsync();
        }
    }

    internal static ServiceProvider Server(ClinicStorage storage, FakeClock clock, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRooms();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(DefaultPractice.MasterKey);
        storage.AddTo(services);
        FilePorts.AddTo(services);

        // A page of rows in no order is another page each time.
        services.ConfigureDbContext<ScheduleDb>(options => options.ConfigureWarnings(warnings =>
            warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)));
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
