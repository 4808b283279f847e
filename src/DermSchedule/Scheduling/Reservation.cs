using DermSchedule.Data;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Why a resource is taken.</summary>
public enum ReservationKind
{
    Appointment,
    Hold,
    Offer,
    Block,
}

/// <summary>
/// A stretch of one provider, room or device that is taken, <c>[StartsAt, EndsAt)</c> on the lanes <c>[LaneFrom, LaneTo)</c>, buffers included.
/// The database refuses two that overlap, and two of one provider at different clinics whatever the lane (domain.md 3).
/// Written by <see cref="IReservationWall"/> only.
/// </summary>
public sealed class Reservation : IPracticeOwned
{
    /// <summary>
    /// No row is longer, and the database refuses one that is: whoever looks for what overlaps need not look back further, however long the
    /// history gets. A longer block is several rows of one owner.
    /// </summary>
    public static readonly Duration Longest = Duration.FromMinutes(AppointmentType.LongestMinutes);

    public required PracticeId PracticeId { get; init; }

    public required Id<Reservation> Id { get; init; }

    /// <summary>The provider, room or device.</summary>
    public required ResourceId ResourceId { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required int LaneFrom { get; init; }

    public required int LaneTo { get; init; }

    public required Instant StartsAt { get; init; }

    public required Instant EndsAt { get; init; }

    public required ReservationKind Kind { get; init; }

    /// <summary>The appointment, hold, opening or block it belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Null for appointments and blocks. A row past it blocks nobody, whether or not anything has cleaned it up.</summary>
    public Instant? ExpiresAt { get; init; }
}
