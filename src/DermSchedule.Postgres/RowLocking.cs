using System.Data.Common;
using DermSchedule.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DermSchedule.Postgres;

/// <summary>Carries out <see cref="RowLocks"/>: PostgreSQL locks what a statement with <c>FOR UPDATE</c> reads, and reads it anew after a wait.</summary>
internal sealed class RowLocking : DbCommandInterceptor
{
    private const string Mark = "-- " + RowLocks.Tag;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return ValueTask.FromResult(result);
    }

    private static void Lock(DbCommand command)
    {
        if (command.CommandText.StartsWith(Mark, StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE";
        }
    }
}
