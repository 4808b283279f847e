using DermSchedule.Files;
using DermSchedule.Web.Adapters.ClamAv;
using DermSchedule.Web.Adapters.Images;
using DermSchedule.Web.Adapters.LocalDisk;
using DermSchedule.Web.Hosting.Settings;

namespace DermSchedule.Web.Hosting;

/// <summary>Who keeps, cleans and scans pictures here (docs/operate/files.md).</summary>
internal static class FileAdapters
{
    public static void AddFileAdapters(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<IFileStore>(new LocalDiskStore(Path.Combine(settings.DataDirectory, "uploads")));
        services.AddSingleton<IImageCleaner>(VipsCleaner.IsInstalled() ? new VipsCleaner(TimeProvider.System) : new SegmentCleaner());
        services.AddSingleton<IFileScanner>(settings.ClamAv is { } clamd ? new ClamAvScanner(clamd.Host, clamd.Port, TimeProvider.System) : new NoScanner());
        services.AddHostedService<FileNotices>();
    }
}

/// <summary>Says once at the start what this server cannot do with pictures.</summary>
internal sealed partial class FileNotices(IImageCleaner cleaner, ILogger<FileNotices> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (cleaner is SegmentCleaner)
        {
            LogNoVips();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "libvips (vipsthumbnail) or prlimit is not installed: pictures are stripped and not made anew, and HEIC is refused. See docs/operate/files.md.")]
    private partial void LogNoVips();
}
