using DermSchedule.Identity;

namespace DermSchedule.Web.Hosting;

/// <summary>Logs say what we chose to say: our own lines, and warnings of the framework, which would otherwise name paths and queries.</summary>
internal static class QuietLogs
{
    private static volatile bool started;

    /// <summary>A start that fails says why in one sentence (<see cref="StartRefusals"/>); the host would print the whole exception before it.</summary>
    public static void LogHostOnceStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => started = true);

    public static void LogQuietly(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);

        // A unique key that refused a row, or a token that opens nothing, is an answer of ours and no error: who logs it decides how loud.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);

        foreach (var scheme in new[] { typeof(AccessTokenAuthentication), typeof(ApiKeyAuthentication), typeof(PatientLinkAuthentication) })
        {
            builder.Logging.AddFilter(scheme.FullName, LogLevel.Warning);
        }

        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
    }
}
