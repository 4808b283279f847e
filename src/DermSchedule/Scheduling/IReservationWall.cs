using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The one door to <c>reservations</c>. The database decides every race; each engine has one class with its statements (architecture.md 3.1).
/// All methods but <see cref="Busy"/> run inside a <c>ScheduleDb.Write</c>.
/// </summary>
public interface IReservationWall
{
    /// <summary>
    /// What is taken of the resources in <c>[from, to)</c>, expired rows left out, ordered by resource and start, and the settings version as it stood
    /// with them: one round trip.
    /// </summary>
    /// <param name="resources">Null means every resource of the practice.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<BusyTimes> Busy(IReadOnlyCollection<ResourceId>? resources, Instant from, Instant to, Instant now, CancellationToken ct);

    /// <summary>
    /// Takes all of <paramref name="wanted"/> or nothing, in ascending order of the resource id; removes expired rows in the way first.
    /// False when somebody else has any of them: the unit goes on as if nothing had been tried.
    /// </summary>
    Task<bool> Take(IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct);

    /// <summary>
    /// Gives up the owner's rows and takes <paramref name="wanted"/> instead, or leaves everything as it was and answers false. A row that is
    /// given up never stands in the way of one that is wanted.
    /// </summary>
    Task<bool> Replace(Guid owner, IReadOnlyCollection<Reservation> wanted, Instant now, CancellationToken ct);

    /// <summary>
    /// Turns the live rows of a hold or offer into an appointment's by one conditional update. False when they have expired or are gone.
    /// </summary>
    Task<bool> Convert(Guid owner, ReservationKind from, AppointmentId to, Instant now, CancellationToken ct);

    /// <summary>Moves the expiry of a live hold. False when it has expired or is gone.</summary>
    Task<bool> Extend(HoldId hold, Instant until, Instant now, CancellationToken ct);

    /// <summary>Frees what the owner has. Answers how many rows there were.</summary>
    Task<int> Free(Guid owner, CancellationToken ct);

    /// <summary>
    /// Held until the end of the unit: bookings share it, a change of hours or time off takes it alone, so that neither overlooks the other
    /// (domain.md 3). Providers are locked in ascending order of their ids.
    /// </summary>
    Task LockHours(IReadOnlyCollection<ProviderId> providers, bool exclusive, CancellationToken ct);

    /// <summary>Held until the end of the unit: serializes those who count against the daily cap of a provider's local day (domain.md 3).</summary>
    Task LockDay(ProviderId provider, LocalDate day, CancellationToken ct);

    /// <summary>Held until the end of the unit: serializes the holds of one visitor, so that the cap on them is counted right.</summary>
    /// <param name="visitor">Blind index of who holds.</param>
    /// <param name="ct">Cancels the wait.</param>
    Task LockVisitor(byte[] visitor, CancellationToken ct);
}

/// <summary>What is taken, and the settings version that stood with it.</summary>
/// <param name="SettingsVersion">Of the practice.</param>
/// <param name="Rows">Ordered by resource, then start.</param>
public sealed record BusyTimes(long SettingsVersion, IReadOnlyList<BusyTime> Rows);

/// <summary>One live reservation as availability sees it. Minutes since the Unix epoch; a part of a minute counts as the whole of it.</summary>
public readonly record struct BusyTime(ResourceId Resource, ClinicId Clinic, int LaneFrom, int LaneTo, int StartMinute, int EndMinute, ReservationKind Kind, Guid Owner);
