using DermSchedule.Identity;

namespace DermSchedule.Web.Hosting;

/// <summary>Logs say what we chose to say: our own lines, and warnings of the framework, which would otherwise name paths and queries.</summary>
internal static class QuietLogs
{
    public static void LogQuietly(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("System", LogLevel.Warning);

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
