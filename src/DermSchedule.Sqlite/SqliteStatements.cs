using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>
/// Keeps the statements of the wall prepared on connections that live long. To prepare an INSERT is to compile the triggers of the wall with it,
/// which costs more than to run it.
/// </summary>
internal static class SqliteStatements
{
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Prepared = [];

    /// <summary>The command for this text with these values bound; not to be disposed, it goes with its connection.</summary>
    public static SqliteCommand Get(SqliteConnection connection, SqliteTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var commands = Prepared.GetOrCreateValue(connection);

        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
            command.CommandText = sql;

            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }
        }

        command.Transaction = transaction;

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
