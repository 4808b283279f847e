using System.Buffers.Text;
using DermSchedule.Scheduling;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DermSchedule.Sqlite;

/// <summary>
/// Reads one row of the busy times straight from the statement's memory: a search reads hundreds, and the driver would make a string of every id first.
/// </summary>
internal static class BusyRow
{
    private const long Minute = 60_000_000;

    /// <summary>A part of a minute counts as the whole of it: starts round down, ends up.</summary>
    public static BusyTime Read(SqliteDataReader reader)
    {
        var row = reader.Handle!;
        return new BusyTime(
            new ResourceId(GuidAt(row, 1)),
            new ClinicId(GuidAt(row, 2)),
            raw.sqlite3_column_int(row, 3),
            raw.sqlite3_column_int(row, 4),
            (int)Floor(raw.sqlite3_column_int64(row, 5)),
            (int)-Floor(-raw.sqlite3_column_int64(row, 6)),
            KindAt(row, 7),
            GuidAt(row, 8));
    }

    private static long Floor(long microseconds) => (microseconds - (((microseconds % Minute) + Minute) % Minute)) / Minute;

    private static Guid GuidAt(sqlite3_stmt row, int column) =>
        Utf8Parser.TryParse(raw.sqlite3_column_blob(row, column), out Guid value, out _) ? value : throw new InvalidOperationException("This is no id of ours.");

    private static ReservationKind KindAt(sqlite3_stmt row, int column) => raw.sqlite3_column_blob(row, column) switch
    {
        var word when word.SequenceEqual("appointment"u8) => ReservationKind.Appointment,
        var word when word.SequenceEqual("hold"u8) => ReservationKind.Hold,
        var word when word.SequenceEqual("offer"u8) => ReservationKind.Offer,
        var word when word.SequenceEqual("block"u8) => ReservationKind.Block,
        _ => throw new InvalidOperationException("This is no kind of ours."),
    };
}
