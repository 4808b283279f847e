using DermSchedule.Scheduling;
using Npgsql;

namespace DermSchedule.Postgres;

/// <summary>Reads the answer of the busy statements.</summary>
internal static class BusyRows
{
    public static async Task<BusyTimes> Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        var version = 0L;
        var rows = new List<BusyTime>();

        while (await reader.ReadAsync(ct))
        {
            version = reader.GetInt64(0);

            // The practice is there with no reservation beside it: nothing is taken.
            if (await reader.IsDBNullAsync(1, ct))
            {
                break;
            }

            // A part of a minute counts as the whole of it: starts round down, ends up.
            rows.Add(new BusyTime(
                new ResourceId(reader.GetGuid(1)), new ClinicId(reader.GetGuid(2)), reader.GetInt32(3), reader.GetInt32(4),
                (int)Math.Floor(Minutes(reader.GetDateTime(5))), (int)Math.Ceiling(Minutes(reader.GetDateTime(6))),
                Words.Read<ReservationKind>(reader.GetString(7)), reader.GetGuid(8)));
        }

        return version == 0 ? throw new InvalidOperationException("This practice does not exist.") : new BusyTimes(version, rows);

        static double Minutes(DateTime utc) => (utc.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMinute;
    }
}
