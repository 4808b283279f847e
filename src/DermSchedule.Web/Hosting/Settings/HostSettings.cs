using System.Net;
using DermSchedule.Jobs;
using DermSchedule.Kernel;

namespace DermSchedule.Web.Hosting.Settings;

/// <summary>Everything an operator can say (docs/operate/configure.md), read and checked before anything is built.</summary>
internal sealed record HostSettings
{
    public required bool IsProduction { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary><c>Data__Directory</c>: SQLite file, uploads, cookie keys. A per-user folder in Development, required in Production.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>Keys__MasterKeyFile</c>: never inside <see cref="DataDirectory"/>, so that a copy of one is no copy of both.</summary>
    public required string MasterKeyFile { get; init; }

    /// <summary><c>Proxies__Known</c>: addresses or networks, by comma, whose forwarded headers are believed. Default: nobody's.</summary>
    public required IReadOnlyList<IPNetwork> KnownProxies { get; init; }

    /// <summary><c>Demo__Enabled</c> (true in Development, refused in Production) and <c>Demo__Now</c>.</summary>
    public required DemoOptions Demo { get; init; }

    public required ProviderChoices Providers { get; init; }

    /// <summary><c>Files__ClamAv</c>: host and port of clamd, which scans what is uploaded. Default: nobody scans.</summary>
    public required ClamAvAddress? ClamAv { get; init; }

    /// <summary><c>App__PublicUrl</c>: every link starts with it. Required and https in Production.</summary>
    public required PublicAddress PublicAddress { get; init; }

    /// <summary><c>RateLimits__Enabled</c>: false switches off every limit, log-in delay and hold cap, for load tests. Default true.</summary>
    public required bool RateLimits { get; init; }

    public static HostSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new SettingsReader(configuration, environment);
        settings.RefuseUnknown();
        var demo = DemoSettings.Read(settings);
        var directory = Folders.DataDirectory(settings);
        return new HostSettings
        {
            IsProduction = settings.IsProduction,
            Demo = demo,
            PublicAddress = PublicUrl.Read(settings, configuration),
            DataDirectory = directory,
            MasterKeyFile = Folders.MasterKeyFile(settings, directory),
            Database = DatabaseSettings.Read(settings, directory),
            ClamAv = ClamAvAddress.Read(settings),
            Providers = ProviderChoices.Read(settings),
            KnownProxies = Proxies.Read(settings),
            RateLimits = settings.Flag("RateLimits:Enabled", otherwise: true),
        };
    }
}
