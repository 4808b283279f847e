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

    /// <summary>The tracked visit, or null when there is nothing here for this caller.</summary>
    public async Task<Appointment?> Find(AppointmentId id, Instant now, CancellationToken ct)
    {
        var visit = await db.Set<Appointment>().SingleOrDefaultAsync(row => row.Id == id, ct);

        return visit is not null && (caller.IsStaff ? caller.MayAt(visit.ClinicId.Value) : Holds(visit, now)) ? visit : null;
    }

    private bool Holds(Appointment visit, Instant now)
    {
        var end = visit.Status == AppointmentStatus.Cancelled ? visit.StartsAt : visit.EndsAt;
        return caller.Kind == CallerKind.PatientLink && caller.Id == visit.Id.Value && now <= end + LinkOutlives;
    }
}
