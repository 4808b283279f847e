using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Whether the caller reaches a visit: staff of the practice at their clinics, or the holder of that very visit's link while it is good.
/// Everybody else gets what an unknown id gets (api.md).
/// </summary>
public sealed class VisitAccess(ScheduleDb db, Caller caller)
{
    /// <summary>A link opens its visit until a day after the visit's end; a cancelled one until a day after its start (api.md).</summary>
    public static readonly Duration LinkOutlives = Duration.FromDays(1);

    /// <summary>
    /// The tracked visit, or null when there is nothing here for this caller. In a unit it is read to be changed, so two changes of one visit come
    /// one after the other and the second sees what the first did (domain.md 5).
    /// </summary>
    public async Task<Appointment?> Find(AppointmentId id, Instant now, CancellationToken ct)
    {
        var visits = db.Set<Appointment>();
        var visit = await (db.InUnit ? visits.Locked() : visits).SingleOrDefaultAsync(row => row.Id == id, ct);

        return visit is not null && (caller.IsStaff ? caller.MayAt(visit.ClinicId.Value) : Holds(visit, now)) ? visit : null;
    }

    internal static bool IsLinkGood(Appointment visit, Instant now) => now <= (visit.Status == AppointmentStatus.Cancelled ? visit.StartsAt : visit.EndsAt) + LinkOutlives;

    private bool Holds(Appointment visit, Instant now) => caller.Kind == CallerKind.PatientLink && caller.Id == visit.Id.Value && IsLinkGood(visit, now);
}
