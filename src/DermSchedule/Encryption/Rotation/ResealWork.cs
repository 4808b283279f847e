using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Jobs;
using NodaTime;

namespace DermSchedule.Encryption.Rotation;

/// <summary>
/// Brings the mutable tables of a practice under its newest data key, a hundred rows at a time while the clinic works. Each batch is one due row that
/// plans the next in its own transaction: a crash anywhere loses nothing and repeats nothing. Meanwhile both keys open.
/// </summary>
public sealed class ResealWork(ScheduleDb db, PracticeScope scope, Vault vault, DueRows due, TimeProvider clock) : IDueHandler
{
    internal const string Work = "keys.reseal";
    internal const int BatchSize = 100;

    /// <summary>
    /// A second walk comes this much later: until then a process that had not heard of the new key may still have sealed with the old one.
    /// </summary>
    internal static readonly Duration SecondWalk = Duration.FromMinutes(5);

    public string Kind => Work;

    /// <summary>Plans the first batch; saved with the key it is about.</summary>
    internal void Begin(PracticeId practice, int version) => Plan(practice, new Place(version, 1, "", null), clock.GetCurrentInstant());

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var place = JsonSerializer.Deserialize<Place>(due.PayloadOf(row)!, KernelJson.Options)!;
        var tables = SealedTable.In(db.Model);

        // This process may have entered the practice before another one made the key.
        _ = scope.Opened.DataKey(place.Version);

        // A table that has gone since, or the very beginning: go on with the first one that follows by name.
        if (tables.FirstOrDefault(table => string.CompareOrdinal(table.Name, place.Table) >= 0) is not { } current)
        {
            return;
        }

        var last = string.Equals(current.Name, place.Table, StringComparison.Ordinal) ? place.Last : null;

        if (await current.Reseal(db, vault, last, BatchSize, ct) is { } reached)
        {
            Plan(row.PracticeId, place with { Table = current.Name, Last = reached }, clock.GetCurrentInstant());
        }
        else if (tables.FirstOrDefault(table => string.CompareOrdinal(table.Name, current.Name) > 0) is { } next)
        {
            Plan(row.PracticeId, place with { Table = next.Name, Last = null }, clock.GetCurrentInstant());
        }
        else if (place.Walk == 1)
        {
            Plan(row.PracticeId, new Place(place.Version, 2, "", null), clock.GetCurrentInstant() + SecondWalk);
        }
    }

    private void Plan(PracticeId practice, Place place, Instant at) => due.Plan(
        Work, $"{place.Version}|{place.Walk}|{place.Table}|{place.Last:N}", practice.Value, place.Version, at, JsonSerializer.Serialize(place, KernelJson.Options));

    /// <summary>How far the walk is.</summary>
    /// <param name="Version">Of the key the walk was begun for.</param>
    /// <param name="Walk">1 or 2.</param>
    /// <param name="Table">The table it is in.</param>
    /// <param name="Last">The last row that is done; null before the first.</param>
    private sealed record Place(int Version, int Walk, string Table, Guid? Last);
}
