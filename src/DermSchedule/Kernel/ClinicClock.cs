using NodaTime;
using NodaTime.TimeZones;

namespace DermSchedule.Kernel;

/// <summary>The injected clock as NodaTime sees it, in whole microseconds: the finest that both databases keep.</summary>
public static class ClockExtensions
{
    public static Instant GetCurrentInstant(this TimeProvider clock) =>
        Instant.FromUnixTimeTicks((clock.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since the Unix epoch; rounds down.</summary>
    public static long ToUnixMicroseconds(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 ? ticks / 10 : (ticks - 9) / 10;
    }

    public static Instant FromUnixMicroseconds(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);
}

/// <summary>
/// The only place that crosses between instants and wall time, so the two hard choices are made once (domain.md 2):
/// a bound of weekly hours that falls into a gap moves forward by the gap and a doubled one means the first;
/// an explicit request for a wall time that does not exist is refused.
/// </summary>
public sealed class ClinicClock(DateTimeZone zone)
{
    private static readonly ZoneLocalMappingResolver Lenient =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public DateTimeZone Zone { get; } = zone;

    /// <summary>The clock of an IANA zone; null when there is no such zone.</summary>
    public static ClinicClock? TryIn(string? ianaZone) =>
        ianaZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(ianaZone) is { } zone ? new ClinicClock(zone) : null;

    /// <summary>The clock of a zone that was checked when it was stored.</summary>
    public static ClinicClock In(string ianaZone) => new(DateTimeZoneProviders.Tzdb[ianaZone]);

    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    public LocalDateTime WallOf(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>A bound of weekly hours as an instant; never fails.</summary>
    public Instant Bound(LocalDateTime wall) => Zone.ResolveLocal(wall, Lenient).ToInstant();

    /// <summary>A wall time somebody asked for; null when the clocks skip it that day, the earlier one when they show it twice.</summary>
    public Instant? Asked(LocalDateTime wall)
    {
        var mapping = Zone.MapLocal(wall);
        return mapping.Count == 0 ? null : mapping.First().ToInstant();
    }

    /// <summary>The instant the local day begins; not always midnight.</summary>
    public Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>RFC 3339 with the clinic's offset, for the wire (api.md).</summary>
    public OffsetDateTime OnTheWire(Instant instant) => instant.InZone(Zone).ToOffsetDateTime();
}
