using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Counts what stands against a daily cap: visits and live holds of the type; expired holds do not (domain.md 3).</summary>
public sealed class CapCounts(ScheduleDb db)
{
    /// <summary>How many start on each provider's local day, between two instants. Empty for a type without a cap: no query is made.</summary>
    /// <param name="type">The type with the cap.</param>
    /// <param name="zone">Whose days.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="except">A visit or hold that is being moved, and does not count against itself.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<IReadOnlyDictionary<(ProviderId Provider, LocalDate Day), int>> Of(
        AppointmentType type, ClinicClock zone, Instant from, Instant to, Guid? except, Instant now, CancellationToken ct)
    {
        if (type.DailyCap is null)
        {
            return new Dictionary<(ProviderId, LocalDate), int>();
        }

        var visit = new AppointmentId(except ?? Guid.Empty);
        var hold = new HoldId(except ?? Guid.Empty);
        var starts = await db.Set<Appointment>()
            .Where(row => row.AppointmentTypeId == type.Id && row.StartsAt >= from && row.StartsAt < to && row.Id != visit
                && row.Status != AppointmentStatus.Cancelled && row.Status != AppointmentStatus.NoShow)
            .Select(row => new { row.ProviderId, row.StartsAt })
            .Concat(db.Set<Hold>()
                .Where(row => row.AppointmentTypeId == type.Id && row.StartsAt >= from && row.StartsAt < to && row.Id != hold && row.ExpiresAt > now && row.BecameAppointment == null)
                .Select(row => new { row.ProviderId, row.StartsAt }))
            .ToListAsync(ct);

        return starts.CountBy(start => (start.ProviderId, zone.DateOf(start.StartsAt))).ToDictionary();
    }
}
