using System.Linq.Expressions;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>A visit that a change of hours covers. It stays as it is and waits for somebody to replan it (domain.md 3).</summary>
/// <param name="AppointmentId">The visit.</param>
/// <param name="Start">In its clinic's zone.</param>
public sealed record AffectedVisit(AppointmentId AppointmentId, OffsetDateTime Start);

/// <summary>
/// Finds the open visits ahead that a change touches: one query, then a pure comparison. Asked inside the unit of the change, behind the
/// exclusive lock on the providers, so that no booking slips between the look and the commit.
/// </summary>
public sealed class AffectedVisits(ScheduleDb db, IReservationWall wall, TimeProvider clock)
{
    private static readonly AppointmentStatus[] Open = [AppointmentStatus.Pending, AppointmentStatus.Confirmed, AppointmentStatus.CheckedIn];

    /// <summary>Keeps bookings of these providers out until the unit ends. Comes before anything is read or decided about visits.</summary>
    public Task LockHours(IEnumerable<ProviderId> providers, CancellationToken ct) => wall.LockHours([.. providers.Order()], exclusive: true, ct);

    /// <summary>Those that lay inside the hours before and no longer do.</summary>
    /// <param name="among">Whose visits the change can reach.</param>
    /// <param name="before">Settings before the change.</param>
    /// <param name="after">Settings after it.</param>
    /// <param name="ct">Cancels the read.</param>
    public Task<IReadOnlyList<AffectedVisit>> FallingOut(Expression<Func<Appointment, bool>> among, Catalog before, Catalog after, CancellationToken ct) =>
        Ahead(among, visit => VisitHours.FallsOut(visit, before, after), after, ct);

    /// <summary>All open visits ahead that both conditions hold for, earliest first.</summary>
    public async Task<IReadOnlyList<AffectedVisit>> Ahead(Expression<Func<Appointment, bool>> among, Func<VisitTime, bool> isAffected, Catalog catalog, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var visits = await db.Set<Appointment>().AsNoTracking()
            .Where(among)
            .Where(visit => Open.Contains(visit.Status) && visit.EndsAt > now)
            .OrderBy(visit => visit.StartsAt).ThenBy(visit => visit.Id)
            .Select(visit => new VisitTime(visit.Id, visit.ClinicId, visit.ProviderId, visit.AppointmentTypeId, visit.StartsAt, visit.EndsAt))
            .ToListAsync(ct);
        var clocks = catalog.Clinics.Values.ToDictionary(clinic => clinic.Id, clinic => ClinicClock.In(clinic.TimeZone));
        return [.. visits.Where(isAffected).Select(visit => new AffectedVisit(visit.Id, clocks[visit.ClinicId].OnTheWire(visit.StartsAt)))];
    }

    /// <summary>Open visits ahead that have the resource reserved at any moment of the stretch; null means for ever.</summary>
    public async Task<IReadOnlyList<AffectedVisit>> Holding(ResourceId resource, Instant from, Instant? to, Catalog catalog, CancellationToken ct)
    {
        var owners = await db.Set<Reservation>().AsNoTracking()
            .Where(row => row.ResourceId == resource && row.Kind == ReservationKind.Appointment && row.EndsAt > from && (to == null || row.StartsAt < to))
            .Select(row => row.OwnerId).Distinct().ToListAsync(ct);
        var visits = owners.ConvertAll(owner => new AppointmentId(owner));
        return await Ahead(visit => visits.Contains(visit.Id), _ => true, catalog, ct);
    }
}
