using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DermSchedule.Sqlite;

/// <summary>Gives a context the prepared statement of its connection instead of a new one with the same text (<see cref="KeptConnection"/>).</summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result.Connection is not KeptConnection connection || connection.Statement(result.CommandText) is not { } kept)
        {
            return result;
        }

        kept.Transaction = (SqliteTransaction?)result.Transaction;
        kept.CommandTimeout = result.CommandTimeout;

        foreach (SqliteParameter parameter in result.Parameters)
        {
            kept.Parameters.Add(parameter);
        }

        result.Dispose();
        return kept;
    }
}
