namespace DermSchedule.Postgres;

/// <summary>The statements on <c>reservations</c>. No row is longer than a day, so every search for an overlap has a lower bound on the indexed start.</summary>
internal static class ReservationSql
{
    public const string BusyOfSome = BusyStart + "= ANY (@resources)" + BusyEnd;

    /// <summary>Resource by resource as well: the index begins with the resource.</summary>
    public const string BusyOfAll = BusyStart
        + "IN (SELECT id FROM practices_providers WHERE practice_id = @practice UNION ALL SELECT id FROM practices_resources WHERE practice_id = @practice)" + BusyEnd;

    /// <summary>
    /// Takes lapsed holds and offers out of the way, on whatever lane and at whatever clinic, and always with all their rows: half a hold could
    /// otherwise be turned into a visit without its room by a server whose clock is a little behind. Locked in one order, so that two who
    /// clear the same way wait and do not deadlock.
    /// </summary>
    public const string RemoveLapsed = """
        DELETE FROM reservations USING (
            SELECT lapsed.id FROM reservations AS lapsed
            WHERE lapsed.practice_id = @practice AND lapsed.expires_at <= @now AND lapsed.owner_id IN (
                SELECT other.owner_id
                FROM unnest(@resources, @starts, @ends) AS wanted (resource_id, starts_at, ends_at)
                JOIN reservations AS other ON other.practice_id = @practice AND other.resource_id = wanted.resource_id AND other.expires_at <= @now
                    AND other.starts_at < wanted.ends_at AND other.starts_at > wanted.starts_at - interval '24 hours' AND other.ends_at > wanted.starts_at)
            ORDER BY lapsed.resource_id, lapsed.id
            FOR UPDATE) AS locked
        WHERE reservations.practice_id = @practice AND reservations.id = locked.id
        """;

    /// <summary>
    /// Rows go in by ascending resource. Where somebody else is, ON CONFLICT waits for the end of their transaction and then leaves the row out; a bare
    /// INSERT would make many who want the same time wait for each other until the deadlock detector shoots them one by one.
    /// </summary>
    public const string Insert = """
        INSERT INTO reservations (practice_id, id, resource_id, clinic_id, lane_from, lane_to, starts_at, ends_at, kind, owner_id, expires_at)
        SELECT @practice, id, resource_id, clinic_id, lane_from, lane_to, starts_at, ends_at, kind, owner_id, expires_at
        FROM unnest(@ids, @resources, @clinics, @lanes_from, @lanes_to, @starts, @ends, @kinds, @owners, @expiries)
            AS wanted (id, resource_id, clinic_id, lane_from, lane_to, starts_at, ends_at, kind, owner_id, expires_at)
        ORDER BY resource_id, starts_at
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Whether anybody else has, for as long as it lives, any of what is wanted: what the constraints refuse, looked up by the same index.</summary>
    public const string InTheWay = """
        SELECT EXISTS (
            SELECT 1
            FROM unnest(@resources, @starts, @ends, @clinics, @lanes_from, @lanes_to) AS wanted (resource_id, starts_at, ends_at, clinic_id, lane_from, lane_to)
            JOIN reservations AS other ON other.practice_id = @practice AND other.resource_id = wanted.resource_id
                AND other.starts_at < wanted.ends_at AND other.starts_at > wanted.starts_at - interval '24 hours' AND other.ends_at > wanted.starts_at
            WHERE (other.expires_at IS NULL OR other.expires_at > @now) AND other.owner_id <> @owner
                AND (other.clinic_id <> wanted.clinic_id OR (other.lane_from < wanted.lane_to AND wanted.lane_from < other.lane_to)))
        """;

    /// <summary>All rows of the owner or none: one that has lapsed, or was converted before, spoils all.</summary>
    public const string Convert = """
        UPDATE reservations SET kind = 'appointment', owner_id = @to, expires_at = NULL
        WHERE practice_id = @practice AND owner_id = @owner AND kind = @from AND expires_at > @now AND NOT EXISTS (
            SELECT 1 FROM reservations AS other
            WHERE other.practice_id = @practice AND other.owner_id = @owner AND (other.kind <> @from OR other.expires_at IS NULL OR other.expires_at <= @now))
        """;

    public const string Extend = """
        UPDATE reservations SET expires_at = @until
        WHERE practice_id = @practice AND owner_id = @owner AND kind = 'hold' AND expires_at > @now
        """;

    public const string Free = "DELETE FROM reservations WHERE practice_id = @practice AND owner_id = @owner";

    public const string Lock = "SELECT pg_advisory_xact_lock(key) FROM unnest(@keys) AS key";

    public const string LockShared = "SELECT pg_advisory_xact_lock_shared(key) FROM unnest(@keys) AS key";

    private const string BusyStart = """
        SELECT practices.settings_version, busy.resource_id, busy.clinic_id, busy.lane_from, busy.lane_to, busy.starts_at, busy.ends_at, busy.kind, busy.owner_id
        FROM practices LEFT JOIN reservations AS busy ON busy.practice_id = @practice
            AND busy.starts_at < @to AND busy.starts_at > @from - interval '24 hours' AND busy.ends_at > @from
            AND (busy.expires_at IS NULL OR busy.expires_at > @now)
            AND busy.resource_id 
        """;

    private const string BusyEnd = """

        WHERE practices.id = @practice
        ORDER BY busy.resource_id, busy.starts_at
        """;
}
