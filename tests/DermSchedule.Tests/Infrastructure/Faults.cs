using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>
/// Breaks one call to the database of one request, the n-th it makes, whether the context or the wall makes it. SQLite interrupts the statement;
/// on PostgreSQL the connection's server process is ended. A commit is broken twice: before it has happened, and after, when nobody will hear of it.
/// </summary>
/// <remarks>
/// Hooked into the engines and not only into the context, because the wall speaks to the driver by itself. A connection for reading is counted from the
/// first time that a context borrows it.
/// </remarks>
public sealed class Faults : IDbConnectionInterceptor, IDbTransactionInterceptor
{
    // The request under test, and nothing that runs beside it in this process.
    private static readonly AsyncLocal<Plan?> Current = new();

    private static readonly WalHook Lost = (_, _, _, _) => Current.Value?.Counted() == true ? raw.SQLITE_IOERR : raw.SQLITE_OK;

    private readonly ConditionalWeakTable<sqlite3, Faults> hooked = [];

    static Faults() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => Current.Value is null ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
        ActivityStarted = _ => Current.Value?.Call(),
    });

    private delegate int WalHook(nint argument, nint database, nint name, int pages);

    /// <summary>Runs the request with its n-th call broken; says whether it made so many. A broken call must not go unnoticed, so it must throw then.</summary>
    public static async Task<bool> Break(int nth, TestClinic clinic, Func<Task> request)
    {
        var plan = new Plan(nth, clinic.Address);
        Current.Value = plan;

        try
        {
            await request();
        }
        catch (Exception exception) when (plan.Fired && exception is not Xunit.Sdk.XunitException)
        {
            return true;
        }
        finally
        {
            Current.Value = null;
        }

        Assert.False(plan.Fired, $"Call {nth} failed, and the request was answered as if it had not.");
        return false;
    }

    public DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        if (result is SqliteConnection)
        {
            Watch(result);
        }

        return result;
    }

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    public ValueTask<DbTransaction> TransactionUsedAsync(DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Current.Value?.Call();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Current.Value?.Counted() == true ? throw new IOException("The connection broke after the commit.") : Task.CompletedTask;

    private void Watch(DbConnection connection)
    {
        if (connection is NpgsqlConnection postgres)
        {
            Current.Value?.Backend = postgres.ProcessID;
        }
        else if (connection is SqliteConnection { Handle: { } handle } && hooked.TryAdd(handle, this))
        {
            // Lines of triggers are traced as comments; they are part of a call and no call.
            raw.sqlite3_trace(handle, (object _, string sql) => Current.Value?.Statement(sql), null);
            raw.sqlite3_progress_handler(handle, 1, _ => Current.Value?.Interrupts() == true ? 1 : 0, null);
            raw.sqlite3_commit_hook(handle, _ => Current.Value?.Call() == true ? 1 : 0, null);
            _ = AfterCommit(handle, Lost, 0);
        }
    }

    // The driver's bindings leave it out. What it answers is reported by the COMMIT, which has happened all the same.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_wal_hook"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint AfterCommit(sqlite3 database, WalHook hook, nint argument);

    private sealed class Plan(int nth, string address)
    {
        private int calls;
        private bool interrupts;

        public bool Fired { get; private set; }

        /// <summary>Process that serves the open connection on PostgreSQL.</summary>
        public int? Backend { get; set; }

        /// <summary>Counts a call; true when it is the one that breaks.</summary>
        public bool Counted() => !Fired && ++calls == nth && (Fired = true);

        /// <summary>The same, and ends what would serve the call.</summary>
        public bool Call()
        {
            if (!Counted())
            {
                return false;
            }

            if (Backend is { } process)
            {
                End(process);
            }

            return true;
        }

        public void Statement(string sql)
        {
            if (!sql.StartsWith("--", StringComparison.Ordinal))
            {
                interrupts |= Call();
            }
        }

        /// <summary>Once: what takes the broken call back may work again.</summary>
        public bool Interrupts() => interrupts && !(interrupts = false);

        private void End(int process)
        {
            using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ToString());
            connection.Open();
            using var command = new NpgsqlCommand("SELECT pg_terminate_backend($1, 60000)", connection) { Parameters = { new() { Value = process } } };
            Assert.Equal(true, command.ExecuteScalar());
        }
    }
}
