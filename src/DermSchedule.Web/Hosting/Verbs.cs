using DermSchedule.Encryption;
using DermSchedule.Kernel;
using DermSchedule.Web.Hosting.Settings;

namespace DermSchedule.Web.Hosting;

/// <summary>What the program does instead of serving, said as its first words: <c>keys create</c>, <c>setup --practice NAME --owner EMAIL</c>.</summary>
internal static class Verbs
{
    public static bool IsKeys(string[] args) => args is ["keys", ..];

    public static bool IsSetup(string[] args) => args is ["setup", ..];

    /// <summary>The arguments that are settings, such as <c>--urls</c>.</summary>
    public static string[] Without(string[] args) => IsKeys(args) || IsSetup(args) ? [] : args;

    public static int RunKeys(string[] args, IConfiguration configuration, IHostEnvironment environment)
    {
        if (args is not ["keys", "create"])
        {
            throw new StartRefusedException("Say \"keys create\".");
        }

        var settings = new SettingsReader(configuration, environment);
        var path = Folders.MasterKeyFile(settings, Folders.DataDirectory(settings));
        Console.WriteLine(MasterKeyFile.Create(path)
            ? $"Made {path}. Keep a copy apart from the backups of the data: without it they cannot be read."
            : throw new StartRefusedException($"There is a key in {path} already, and it stays: without it the data could not be read."));
        return 0;
    }

    public static Task<int> RunSetup(string[] args, IServiceProvider services) => throw new StartRefusedException($"setup needs {args.Length}{services}");
}
