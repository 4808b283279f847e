using System.Globalization;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>Finds a PostgreSQL to test on: a server somebody names, or the programs to start one of our own.</summary>
internal static class PostgresInstallation
{
    public const string Variable = "DERMSCHEDULE_TEST_POSTGRES";

    /// <summary>A server whose user may create databases; null when nobody named one.</summary>
    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c>: on the PATH, or Debian's newest.</summary>
    public static string? Programs()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return onPath.Concat(debian).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

        static double Version(string folder) =>
            double.TryParse(Path.GetFileName(folder), NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    /// <summary>The sentence a skipped test shows; null when there is a server to test on.</summary>
    public static string? WhyMissing() => ConnectionString is not null || Programs() is not null
        ? null
        : $"No PostgreSQL found: set {Variable} to a connection string, or install it so that initdb is on the PATH.";
}
