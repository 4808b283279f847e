using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Data;

/// <summary>Reads that others have to wait for, for a unit that reads a row, thinks, and writes it (architecture.md 3.1).</summary>
public static class RowLocks
{
    /// <summary>Stands as a comment before such a statement; an engine with row locks acts on it. Where one unit writes at a time, nothing is left to do.</summary>
    public const string Tag = "rows are locked until the end of the unit";

    /// <summary>
    /// The rows as they stand behind everybody who is changing them, locked until the end of the unit. Of two changes of one row at once the second
    /// sees what the first made of it.
    /// </summary>
    public static IQueryable<T> Locked<T>(this IQueryable<T> rows) => rows.TagWith(Tag);
}
