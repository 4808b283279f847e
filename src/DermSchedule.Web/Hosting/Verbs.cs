using DermSchedule.Encryption.Rotation;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Web.Hosting.Settings;

namespace DermSchedule.Web.Hosting;

/// <summary>What the program does instead of serving, said as its first words: <c>keys create</c>, <c>keys rotate-data</c>, <c>setup --practice NAME --owner EMAIL</c>.</summary>
internal static class Verbs
{
    private const string SetupUsage = "Say: setup --practice NAME --owner EMAIL [--time-zone ZONE].";

    /// <summary>The one verb about keys that needs no database.</summary>
    public static bool IsKeys(string[] args) => args is ["keys", ..] && !IsRotation(args);

    public static bool IsRotation(string[] args) => args is ["keys", "rotate-master", _] or ["keys", "rotate-data"];

    public static bool IsSetup(string[] args) => args is ["setup", ..];

    /// <summary>The arguments that are settings, such as <c>--urls</c>.</summary>
    public static string[] Without(string[] args) => IsKeys(args) || IsSetup(args) || IsRotation(args) ? [] : args;

    public static int RunKeys(string[] args, IConfiguration configuration, IHostEnvironment environment)
    {
        if (args is not ["keys", "create"])
        {
            throw new StartRefusedException("Say: keys create, keys rotate-master NEW-FILE or keys rotate-data.");
        }

        var settings = new SettingsReader(configuration, environment);
        var path = Folders.MasterKeyFile(settings, Folders.DataDirectory(settings));

        Console.WriteLine(KeyCommands.Create(path));
        return 0;
    }

    /// <summary>Rotates keys. On SQLite the server has to be stopped first, because one process owns the file.</summary>
    public static async Task<int> RunRotation(string[] args, IServiceProvider services)
    {
        var keys = services.GetRequiredService<KeyCommands>();
        Console.WriteLine(args is [_, "rotate-master", var file] ? await keys.RotateMaster(file, CancellationToken.None) : await keys.RotateData(CancellationToken.None));
        return 0;
    }

    public static async Task<int> RunSetup(string[] args, IServiceProvider services, HostSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var founded = await scope.ServiceProvider.GetRequiredService<FoundPractice.Handler>().Handle(Asked(args), CancellationToken.None);

        if (founded.IsRefused(out var refusal, out var answer))
        {
            throw new StartRefusedException(Sentence(refusal));
        }

        Console.WriteLine($"{settings.PublicAddress.Base}/sign-in/invitation/{answer.Invitation.Value}");
        Console.WriteLine($"The owner sets a password there once, before {answer.ExpiresAt}. The clinic's page is {settings.PublicAddress.Base}/{answer.Slug}.");
        return 0;
    }

    private static FoundPractice.Request Asked(string[] args)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);

        for (var i = 1; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || args[i] is not ("--practice" or "--owner" or "--time-zone") || !said.TryAdd(args[i], args[i + 1]))
            {
                throw new StartRefusedException(SetupUsage);
            }
        }

        var request = said.TryGetValue("--practice", out var practice) && said.TryGetValue("--owner", out var owner)
            ? new FoundPractice.Request(practice, owner)
            : throw new StartRefusedException(SetupUsage);
        return said.TryGetValue("--time-zone", out var zone) ? request with { TimeZone = zone } : request;
    }

    private static string Sentence(Refusal refusal) =>
        refusal.Members.GetValueOrDefault("errors") is IReadOnlyDictionary<string, string[]> errors ? string.Join(' ', errors.SelectMany(error => error.Value)) : refusal.Detail;
}
