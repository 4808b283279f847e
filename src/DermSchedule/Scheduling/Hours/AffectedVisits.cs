using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// A visit ahead that is not over, cancelled or missed, and that a change of settings leaves outside what is offered. It stays as it is and waits for
/// somebody to replan it.
/// </summary>
/// <param name="AppointmentId">The visit.</param>
/// <param name="Start">In its clinic's zone.</param>
public sealed record AffectedVisit(AppointmentId AppointmentId, OffsetDateTime Start);

/// <summary>Whose visits a change can reach; what is not named does not narrow it.</summary>
public sealed record Reach
{
    public ClinicId? Clinic { get; init; }

    public ProviderId? Provider { get; init; }

    public AppointmentTypeId? Type { get; init; }
}

/// <summary>
/// Finds the visits that a change of settings affects, by one rule for all of them (<see cref="VisitGrounds"/>): one query, then a pure comparison. Asked
/// inside the unit of the change; it takes the exclusive lock on the providers first, so that no booking slips between the look and the commit.
/// </summary>
public sealed class AffectedVisits(ScheduleDb db, IReservationWall wall, TimeProvider clock)
{
    private static readonly AppointmentStatus[] Open = [AppointmentStatus.Pending, AppointmentStatus.Confirmed, AppointmentStatus.CheckedIn];

    /// <summary>Those which the change gives a new reason why they cannot be where they are; earliest first.</summary>
    /// <param name="reach">Whose visits the change can reach.</param>
    /// <param name="before">Settings before the change.</param>
    /// <param name="after">Settings after it.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<IReadOnlyList<AffectedVisit>> Of(Reach reach, Catalog before, Catalog after, CancellationToken ct)
    {
        await LockHours(reach, before, ct);
        return [.. (await Ahead(Among(reach), ct)).Where(visit => VisitGrounds.Adds(visit, before, after)).Select(visit => Told(visit, after))];
    }

    /// <summary>All of them, before what they hang on goes for good.</summary>
    public async Task<IReadOnlyList<AffectedVisit>> All(Reach reach, Catalog catalog, CancellationToken ct)
    {
        await LockHours(reach, catalog, ct);
        return [.. (await Ahead(Among(reach), ct)).Select(visit => Told(visit, catalog))];
    }

    /// <summary>Those that have the resource reserved at any moment of the stretch; null means for ever.</summary>
    public async Task<IReadOnlyList<AffectedVisit>> Holding(ResourceId resource, Instant from, Instant? to, Catalog catalog, CancellationToken ct)
    {
        var owners = await db.Set<Reservation>().AsNoTracking()
            .Where(row => row.ResourceId == resource && row.Kind == ReservationKind.Appointment && row.EndsAt > from && (to == null || row.StartsAt < to))
            .Select(row => row.OwnerId).Distinct().ToListAsync(ct);
        var visits = owners.ConvertAll(owner => new AppointmentId(owner));
        return [.. (await Ahead(Everybodys.Where(visit => visits.Contains(visit.Id)), ct)).Select(visit => Told(visit, catalog))];
    }

    /// <summary>Keeps bookings of the providers within reach out until the unit ends. Comes before anything is read or decided about visits.</summary>
    public Task LockHours(Reach reach, Catalog catalog, CancellationToken ct)
    {
        var providers = (reach.Provider, reach.Clinic) switch
        {
            ({ } one, _) => [one],
            (null, { } clinic) => HoursRules.ProvidersAt(catalog, clinic),
            _ => catalog.Providers.Keys,
        };
        return wall.LockHours([.. providers.Order()], exclusive: true, ct);
    }

    private IQueryable<Appointment> Everybodys => db.Set<Appointment>().AsNoTracking();

    private IQueryable<Appointment> Among(Reach reach)
    {
        var visits = Everybodys;
        visits = reach.Clinic is { } clinic ? visits.Where(visit => visit.ClinicId == clinic) : visits;
        visits = reach.Provider is { } provider ? visits.Where(visit => visit.ProviderId == provider) : visits;
        return reach.Type is { } type ? visits.Where(visit => visit.AppointmentTypeId == type) : visits;
    }

    private Task<List<VisitTime>> Ahead(IQueryable<Appointment> visits, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return visits
            .Where(visit => Open.Contains(visit.Status) && visit.EndsAt > now)
            .OrderBy(visit => visit.StartsAt).ThenBy(visit => visit.Id)
            .Select(visit => new VisitTime(visit.Id, visit.ClinicId, visit.ProviderId, visit.AppointmentTypeId, visit.StartsAt, visit.EndsAt, visit.PromisedWall))
            .ToListAsync(ct);
    }

    private static AffectedVisit Told(VisitTime visit, Catalog catalog) =>
        new(visit.Id, ClinicClock.In(catalog.Clinics[visit.ClinicId].TimeZone).OnTheWire(visit.StartsAt));
}
