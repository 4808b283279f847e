using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>Every row of every table as it stands, to see what a request wrote, whichever table it is in.</summary>
public sealed class Contents
{
    private readonly SortedDictionary<string, HashSet<string>> tables = new(StringComparer.Ordinal);

    public static async Task<Contents> Of(TestClinic clinic)
    {
        var contents = new Contents();
        await using var scope = await clinic.Scope();
        await scope.Db.Database.OpenConnectionAsync();

        foreach (var table in scope.Db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            contents.tables[table] = await Rows(scope, table);
        }

        return contents;
    }

    /// <summary>How many rows came and went in each table, such as <c>reservations +1 -1</c>; empty when nothing did. A changed row went and came.</summary>
    public string Since(Contents earlier) => string.Join("; ", tables
        .Select(table => (table.Key, Came: table.Value.Except(earlier.tables[table.Key]).Count(), Went: earlier.tables[table.Key].Except(table.Value).Count()))
        .Where(table => (table.Came, table.Went) != (0, 0))
        .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} +{table.Came} -{table.Went}")));

    private static async Task<HashSet<string>> Rows(ClinicScope scope, string table)
    {
        await using var command = scope.Db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name is our own model's.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new HashSet<string>(StringComparer.Ordinal);

        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is var value && value is byte[] bytes
                ? Convert.ToHexString(bytes)
                : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
