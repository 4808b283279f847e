using System.Collections.Concurrent;
using System.Collections.Frozen;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>Gives the catalog of the practice in scope, from memory while its settings version stands.</summary>
public sealed class Catalogs(ScheduleDb db, PracticeScope scope, CatalogCache cache)
{
    /// <summary>The catalog as the database has it now: one small query when nothing changed.</summary>
    public async Task<Catalog> Current(CancellationToken ct)
    {
        return await At(await cache.Version(db, ct), ct);
    }

    /// <summary>The catalog in memory, however old; read when there is none. For what hardly ever changes and decides nothing, such as the clinic's zone.</summary>
    public async Task<Catalog> Recent(CancellationToken ct) => Remembered ?? await Current(ct);

    /// <summary>What is in memory, without asking the database; null on the first use. For a read that checks the version in the query it makes anyway.</summary>
    public Catalog? Remembered => cache.Practices.GetValueOrDefault(scope.Practice);

    /// <summary>The catalog of at least this version.</summary>
    public async Task<Catalog> At(long version, CancellationToken ct)
    {
        if (cache.Practices.TryGetValue(scope.Practice, out var known) && known.Version >= version)
        {
            return known;
        }

        var fresh = await Uncached(ct);
        return cache.Practices.AddOrUpdate(scope.Practice, fresh, (_, other) => other.Version > fresh.Version ? other : fresh);
    }

    /// <summary>Says that settings change in this unit of work. Called by every use case of this room that writes.</summary>
    public Task Touch(CancellationToken ct) => db.Set<Practice>()
        .ExecuteUpdateAsync(set => set.SetProperty(practice => practice.SettingsVersion, practice => practice.SettingsVersion + 1), ct);

    /// <summary>
    /// The catalog as this unit of work sees it, never remembered: inside a change the raised version is not committed, and may never be.
    /// </summary>
    public async Task<Catalog> Uncached(CancellationToken ct)
    {
        // The version is read first: a change between the reads makes the catalog newer than its number, and it is read once more than needed.
        var practice = await db.Set<Practice>().AsNoTracking().SingleAsync(ct);

        return new Catalog
        {
            Practice = practice,
            Clinics = (await db.Set<Clinic>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(clinic => clinic.Id),
            Providers = (await db.Set<Provider>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(provider => provider.Id),
            Resources = (await db.Set<Resource>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(resource => resource.Id),
            AppointmentTypes = (await db.Set<AppointmentType>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(type => type.Id),
            Schedules = await db.Set<ProviderSchedule>().AsNoTracking().ToListAsync(ct),
            Exceptions = await db.Set<ProviderException>().AsNoTracking().ToListAsync(ct),
            DateOverrides = await db.Set<DateOverride>().AsNoTracking().ToListAsync(ct),
            PolicySets = (await db.Set<PolicySet>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(set => set.ClinicId),
        };
    }
}

/// <summary>The newest catalog of each practice in this process.</summary>
public sealed class CatalogCache
{
    internal ConcurrentDictionary<PracticeId, Catalog> Practices { get; } = new();

    /// <summary>Compiled once: nearly every request asks, and turning the expression into SQL would cost more than the answer.</summary>
    internal Func<ScheduleDb, CancellationToken, Task<long>> Version { get; } =
        EF.CompileAsyncQuery((ScheduleDb db, CancellationToken ct) => db.Set<Practice>().Select(practice => practice.SettingsVersion).Single());
}
