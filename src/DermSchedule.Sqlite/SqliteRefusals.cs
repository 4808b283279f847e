using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>Reads what SQLite says when a constraint refuses a row: it has no field for it, only the message.</summary>
internal static class SqliteRefusals
{
    private const int PrimaryKey = 1555;
    private const int Trigger = 1811;
    private const int Unique = 2067;

    /// <summary>Whether the wall of the reservations refused.</summary>
    public static bool IsOverlap(SqliteException exception) =>
        exception.SqliteExtendedErrorCode == Trigger && exception.Message.Contains("reservations_no_overlap", StringComparison.Ordinal);

    /// <summary>The table whose key or wall refused; null for any other constraint.</summary>
    public static string? Table(SqliteException exception)
    {
        if (IsOverlap(exception))
        {
            return "reservations";
        }

        // SQLite Error 19: 'UNIQUE constraint failed: practices_clinics.practice_id, practices_clinics.slug'.
        const string Mark = "constraint failed: ";
        var at = exception.Message.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var dot = exception.Message.IndexOf('.', at);
        return exception.SqliteExtendedErrorCode is PrimaryKey or Unique && at >= Mark.Length && dot > at ? exception.Message[at..dot] : null;
    }
}
