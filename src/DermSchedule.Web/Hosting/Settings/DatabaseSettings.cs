using System.Data.Common;

namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Which database engine keeps everything.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary><c>Database__Provider</c> and <c>Database__ConnectionString</c>.</summary>
/// <param name="Provider">Default SQLite.</param>
/// <param name="ConnectionString">PostgreSQL: as Npgsql reads it. SQLite: the path of the file.</param>
internal sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    private const string Key = "Database:ConnectionString";

    public static DatabaseSettings Read(SettingsReader settings, string dataDirectory)
    {
        var provider = settings.Choice<DatabaseProvider>("Database:Provider") ?? DatabaseProvider.Sqlite;
        return new DatabaseSettings(provider, provider == DatabaseProvider.Postgres ? Postgres(settings) : SqlitePath(settings, dataDirectory));
    }

    public override string ToString() => Provider.ToString();

    private static string Postgres(SettingsReader settings)
    {
        var text = settings.Required(Key, "is not set, but Database__Provider is Postgres: say where the database is, e.g. Host=db;Database=dermschedule;Username=dermschedule.");
        return Parts(text).ContainsKey("Host") ? text : throw SettingsReader.Refuse(Key, "names no Host, which Database__Provider=Postgres needs.");
    }

    private static string SqlitePath(SettingsReader settings, string dataDirectory)
    {
        if (settings.Text(Key) is not { } text)
        {
            return Path.Combine(dataDirectory, "dermschedule.db");
        }

        return Parts(text).TryGetValue("Data Source", out var path) && path is string { Length: > 0 } file && !file.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFullPath(file)
            : throw SettingsReader.Refuse(Key, "does not name a file as Data Source, which Database__Provider=Sqlite needs; leave it out to use the data directory.");
    }

    private static DbConnectionStringBuilder Parts(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            // The text may hold a password, so it is not repeated.
            throw SettingsReader.Refuse(Key, "is no connection string: it is a list of Name=Value separated by semicolons.");
        }
    }
}
