using Npgsql;
using NpgsqlTypes;

namespace DermSchedule.Postgres;

/// <summary>One statement of a batch with its values.</summary>
internal static class WallCommands
{
    public static NpgsqlBatchCommand Of(string sql, IEnumerable<(string Name, object Value)> values)
    {
        var command = new NpgsqlBatchCommand(sql);

        foreach (var (name, value) in values)
        {
            var parameter = new NpgsqlParameter(name, value);

            // A column that begins with a null says nothing of its zone; ours are all UTC.
            if (value is DateTime?[])
            {
                parameter.NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }
}
