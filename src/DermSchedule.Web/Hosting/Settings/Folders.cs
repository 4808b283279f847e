namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Where data and key lie. In Development both are made for the user who tries the program; Production is told.</summary>
internal static class Folders
{
    private const string Directory = "Data:Directory";
    private const string KeyFile = "Keys:MasterKeyFile";

    public static string DataDirectory(SettingsReader settings)
    {
        if (settings.Text(Directory) is { } said)
        {
            return Path.GetFullPath(said);
        }

        return settings.IsProduction
            ? throw SettingsReader.Refuse(Directory, "is not set: Production needs a folder for its data.")
            : Path.Combine(Home(Directory), "data");
    }

    public static string MasterKeyFile(SettingsReader settings, string dataDirectory)
    {
        var said = settings.Text(KeyFile);

        if (said is null && settings.IsProduction)
        {
            throw SettingsReader.Refuse(KeyFile, "is not set: Production needs the key that seals patient data, made with \"keys create\".");
        }

        var path = Path.GetFullPath(said ?? Path.Combine(Home(KeyFile), "keys", "master.key"));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(dataDirectory) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? throw SettingsReader.Refuse(KeyFile, "lies inside Data__Directory: whoever copies the data would have its key too.")
            : path;
    }

    private static string Home(string key)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0 ? Path.Combine(home, "DermSchedule") : throw SettingsReader.Refuse(key, "is not set, and this account has no home folder to use instead.");
    }
}
