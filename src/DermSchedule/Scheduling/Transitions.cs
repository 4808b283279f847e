using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>The state machine of a visit, pure (domain.md 5). What it does not list is refused and changes nothing.</summary>
public static class Transitions
{
    /// <summary>How long a cancel can be taken back.</summary>
    public static readonly Duration CancelUndo = Duration.FromMinutes(15);

    /// <summary>Less than this ahead of the visit, a booking needs no confirmation (elapsed time, api.md).</summary>
    public static readonly Duration ConfirmedAtBooking = Duration.FromHours(24);

    /// <summary>Whether a visit may go from one state to the other.</summary>
    public static bool Allows(AppointmentStatus from, AppointmentStatus to) => (from, to) switch
    {
        (AppointmentStatus.Pending, AppointmentStatus.Confirmed) => true,

        // Arriving confirms.
        (AppointmentStatus.Pending or AppointmentStatus.Confirmed, AppointmentStatus.CheckedIn) => true,
        (AppointmentStatus.CheckedIn, AppointmentStatus.InRoom or AppointmentStatus.Completed or AppointmentStatus.Left) => true,
        (AppointmentStatus.InRoom, AppointmentStatus.Completed or AppointmentStatus.Left) => true,
        (AppointmentStatus.Pending or AppointmentStatus.Confirmed, AppointmentStatus.Cancelled or AppointmentStatus.NoShow) => true,

        // Came after all; within the review window, which the caller checks.
        (AppointmentStatus.NoShow, AppointmentStatus.Confirmed or AppointmentStatus.CheckedIn) => true,
        _ => false,
    };

    /// <summary>
    /// Whether the desk may take the last status change back: on the same clinic day; a cancel within <see cref="CancelUndo"/>;
    /// a no-show within its review window.
    /// </summary>
    /// <param name="status">Where the visit stands.</param>
    /// <param name="previous">Where it stood before.</param>
    /// <param name="changedAt">When it changed.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="clock">The clinic's.</param>
    /// <param name="reviewHours">The no-show policy's window.</param>
    public static bool MayUndo(AppointmentStatus status, AppointmentStatus previous, Instant changedAt, Instant now, ClinicClock clock, int reviewHours) => status switch
    {
        AppointmentStatus.Cancelled => now - changedAt <= CancelUndo,
        AppointmentStatus.NoShow => now - changedAt <= Duration.FromHours(reviewHours) && previous is AppointmentStatus.Confirmed or AppointmentStatus.Pending,
        AppointmentStatus.Pending => false,
        _ => clock.DateOf(changedAt) == clock.DateOf(now),
    };

    public static AppointmentStatus AtBooking(Instant startsAt, Instant now) =>
        startsAt - now < ConfirmedAtBooking ? AppointmentStatus.Confirmed : AppointmentStatus.Pending;
}
