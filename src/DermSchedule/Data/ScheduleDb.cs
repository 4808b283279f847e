using DermSchedule.Audit;
using DermSchedule.Consents;
using DermSchedule.Drafts;
using DermSchedule.Files;
using DermSchedule.Identity;
using DermSchedule.Jobs;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Triage;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Data;

/// <summary>
/// The one database of all rooms, seen from inside one practice. Each room maps its own tables; <see cref="Write{T}"/> is the only
/// way to change them.
/// </summary>
public sealed class ScheduleDb(DbContextOptions<ScheduleDb> options, IDatabaseEngine engine, PracticeScope scope, IdempotentRequest idempotency)
    : DbContext(options)
{
    private readonly List<Action> afterCommit = [];

    /// <summary>
    /// Whether a unit of work runs. Asked instead of <c>Database.CurrentTransaction</c>, because that builds the whole context first, and a search of
    /// free times does without one.
    /// </summary>
    public bool InUnit { get; private set; }

    /// <summary>Null matches no row: whoever forgot to enter a practice sees nothing.</summary>
    private PracticeId? ScopedPractice => scope.Current;

    /// <summary>
    /// Runs <paramref name="unit"/> as one transaction: it sees one consistent state, and all it wrote (state, audit line, outgoing message)
    /// commits together, or, when it refuses or throws, not at all. The unit may be run again after a conflict, so it has no effect outside
    /// the database. Called inside another unit it joins that one.
    /// </summary>
    /// <param name="unit">Load, refuse, decide, write; what it changed on tracked entities is saved at the end.</param>
    /// <param name="ct">Cancels the unit; nothing is written then.</param>
    /// <param name="taken">Turns "that unique key is taken in this table" into the room's refusal; null lets it surface as a bug.</param>
    public async Task<Result<T>> Write<T>(Func<Task<Result<T>>> unit, CancellationToken ct, Func<string, Refusal?>? taken = null)
    {
        if (InUnit)
        {
            return await unit();
        }

        Result<T> result;

        InUnit = true;

        try
        {
            result = await engine.Write(this, () => Once(unit, ct), ct);
        }
        catch (Exception exception) when (taken is not null && engine.TakenIn(exception) is { } table && taken(table) is { } refusal)
        {
            ChangeTracker.Clear();
            result = refusal;
        }
        finally
        {
            InUnit = false;
        }

        if (result.Refusal is null)
        {
            afterCommit.ForEach(act => act());
        }
        else if (await idempotency.Recall<T>(this, ct) is { } earlier)
        {
            // What was in the way is this very request, sent twice at once: the first has its time, its hold, its name.
            result = earlier;
        }

        afterCommit.Clear();
        return result;
    }

    /// <summary>Something in memory that must follow the commit, e.g. dropping a snapshot. Lost in a crash, so never an effect.</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StorageConventions.Apply(configurationBuilder);
        engine.Conventions(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EncryptionTables.Map(modelBuilder);
        AuditTables.Map(modelBuilder);
        PracticesTables.Map(modelBuilder);
        PatientsTables.Map(modelBuilder);
        ConsentsTables.Map(modelBuilder);
        IdentityTables.Map(modelBuilder);
        JobsTables.Map(modelBuilder);
        TasksTables.Map(modelBuilder);
        FilesTables.Map(modelBuilder);
        TriageTables.Map(modelBuilder);
        SchedulingTables.Map(modelBuilder);
        DraftsTables.Map(modelBuilder);
        IdempotencyTables.Map(modelBuilder);
        StorageConventions.NameInSnakeCase(modelBuilder);
        PracticeWall.Filter(modelBuilder, () => ScopedPractice);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PracticeWall.Guard(ChangeTracker, scope);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private async Task<Result<T>> Once<T>(Func<Task<Result<T>>> unit, CancellationToken ct)
    {
        afterCommit.Clear();

        if (await idempotency.Replay<T>(this, ct) is { } earlier)
        {
            return earlier;
        }

        var result = await unit();

        if (result.Refusal is null)
        {
            idempotency.Remember(this, result.Value);
            await SaveChangesAsync(ct);
        }

        return result;
    }
}
