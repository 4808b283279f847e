using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DermSchedule.Tests.Postgres;

public sealed class DeadlockTests : ClinicTests
{
    [Theory, OnPostgres]
    public async Task Of_two_units_that_lock_each_other_out_one_is_run_again_and_both_are_done(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var (avery, brook) = (new Barrier(), new Barrier());
        var attempts = 0;

        await Task.WhenAll(Renames(DefaultPractice.Avery, DefaultPractice.Brook, avery, brook), Renames(DefaultPractice.Brook, DefaultPractice.Avery, brook, avery));

        Assert.Equal(3, attempts);

        Task Renames(ProviderId first, ProviderId second, Barrier mine, Barrier other) => clinic.Write<Done>(async scope =>
        {
            Interlocked.Increment(ref attempts);
            await Rename(scope, first);
            mine.Reached.TrySetResult();
#pragma warning disable VSTHRD003 // The other unit of this test opens it.
            await other.Reached.Task;
#pragma warning restore VSTHRD003
            await Rename(scope, second);
            return Done.Instance;
        });
    }

    [Theory, OnPostgres]
    public async Task Who_loses_every_time_is_told_that_the_database_is_busy(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var attempts = 0;

        var answer = clinic.Write<Done>(_ =>
        {
            attempts++;
            throw new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);
        });

        await Assert.ThrowsAsync<DatabaseBusyException>(() => answer);
        Assert.Equal(5, attempts);
    }

    private static Task<int> Rename(ClinicScope scope, ProviderId provider) =>
        scope.Db.Set<Provider>().Where(row => row.Id == provider).ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, row => row.Title + "."));

    private sealed record Barrier
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
