using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>
/// The triggers of <c>Walls.sql</c>, put up after every migration and counted before the server serves anybody; and what the planner is told in
/// <c>Statistics.sql</c>.
/// </summary>
internal static class SqliteWalls
{
    private static readonly string[] Names =
    [
        "reservations_no_overlap_insert", "reservations_no_overlap_update",
        "audit_entries_no_replace", "audit_entries_no_update", "audit_entries_no_delete",
        "audit_subjects_no_replace", "audit_subjects_no_update", "audit_subjects_no_delete",
        "audit_seals_no_replace", "audit_seals_no_update", "audit_seals_no_delete",
        "audit_heads_no_replace", "audit_heads_no_update", "audit_heads_no_delete",
        "audit_unsealed_no_update",
        "consent_entries_no_replace", "consent_entries_no_update", "consent_entries_no_delete",
        "scheduling_appointment_events_no_replace", "scheduling_appointment_events_no_update", "scheduling_appointment_events_no_delete",
        "triage_rule_versions_no_replace", "triage_rule_versions_no_update", "triage_rule_versions_no_delete",
        "triage_rule_proposals_no_replace", "triage_rule_proposals_no_delete",
    ];

    public static void PutUp(SqliteConnection connection)
    {
        SqliteFile.Run(connection, $"BEGIN IMMEDIATE;\n{Script("Walls.sql")}\n{Script("Statistics.sql")}\nCOMMIT;");
    }

    /// <summary>Throws with the name of the first wall that is not there.</summary>
    public static void Check(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        var standing = new HashSet<string>(StringComparer.Ordinal);

        while (reader.Read())
        {
            standing.Add(reader.GetString(0));
        }

        if (Names.FirstOrDefault(name => !standing.Contains(name)) is { } missing)
        {
            throw new StartRefusedException($"The database does not stand guard: the trigger {missing} is missing.");
        }
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(SqliteWalls).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
