using DermSchedule.Audit;
using DermSchedule.Data;

namespace DermSchedule.Practices;

/// <summary>
/// What every change of settings has in common: one transaction that raises the settings version first, sees the settings as they stand
/// behind everybody else's change, and leaves an audit line.
/// </summary>
public sealed class Settings(ScheduleDb db, PracticeScope scope, Catalogs catalogs, AuditTrail audit, Caller caller)
{
    public PracticeId Practice => scope.Practice;

    /// <summary>
    /// Runs a change. Raising the version locks the practice's row, so two changes of one practice never decide on the same picture:
    /// what <paramref name="unit"/> is given stays true until it commits.
    /// </summary>
    public Task<Result<T>> Change<T>(Func<Catalog, Task<Result<T>>> unit, CancellationToken ct, Func<string, Refusal?>? taken = null) => db.Write(
        async () =>
        {
            await catalogs.Touch(ct);
            return await unit(await catalogs.Uncached(ct));
        },
        ct,
        taken);

    /// <summary>The same for a change that needs nothing more from the database.</summary>
    public Task<Result<T>> Change<T>(Func<Catalog, Result<T>> unit, CancellationToken ct) => Change(catalog => Task.FromResult(unit(catalog)), ct);

    /// <summary>Whether the caller's role reaches all of these clinics; no clinic stands for the whole practice.</summary>
    public bool Reaches(params IReadOnlyCollection<ClinicId> clinics) =>
        clinics.Count == 0 ? caller.Clinics is null : clinics.All(clinic => caller.MayAt(clinic.Value));

    /// <summary>The line of the trail, in the unit of the change.</summary>
    public void Record(string action, string entity, Guid id, object? before, object? after) =>
        audit.Record(action, new AuditRecord(entity, id), before, after);
}
