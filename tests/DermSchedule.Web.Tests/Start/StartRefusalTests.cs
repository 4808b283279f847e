using DermSchedule.Kernel;
using DermSchedule.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace DermSchedule.Web.Tests.Start;

/// <summary>A missing or contradictory setting stops the start with one sentence that names it (api.md, "Running it").</summary>
public sealed class StartRefusalTests
{
    private static readonly string[] Least =
    [
        "App:PublicUrl=https://book.example.org", "Data:Directory=/srv/derm/data", "Keys:MasterKeyFile=/srv/derm/keys/master.key",
        "Sms:Provider=None", "Mail:Provider=None", "Payments:Provider=None",
    ];

    [Fact]
    public void Development_needs_no_setting()
    {
        var settings = Read("Development");

        Assert.True(settings.Demo.Enabled);
        Assert.True(settings.RateLimits);
        Assert.Equal(DatabaseProvider.Sqlite, settings.Database.Provider);
        Assert.Equal("http://localhost:5080", settings.PublicAddress.Base);
        Assert.Empty(settings.KnownProxies);
    }

    [Fact]
    public void Production_starts_with_the_least_set_of_docs_operate_configure()
    {
        var settings = Read("Production", Least);

        Assert.False(settings.Demo.Enabled);
        Assert.Equal("https://book.example.org", settings.PublicAddress.Base);
        Assert.Equal("/srv/derm/data/dermschedule.db", settings.Database.ConnectionString);
    }

    [Theory]
    [InlineData("App:PublicUrl")]
    [InlineData("Data:Directory")]
    [InlineData("Keys:MasterKeyFile")]
    [InlineData("Sms:Provider")]
    [InlineData("Mail:Provider")]
    [InlineData("Payments:Provider")]
    public void Production_refuses_to_guess(string missing) =>
        AssertRefused(missing, "Production", [.. Least.Where(setting => !setting.StartsWith(missing, StringComparison.Ordinal))]);

    [Theory]
    [InlineData("App:PublicUrl=http://book.example.org")]
    [InlineData("App:PublicUrl=book.example.org")]
    [InlineData("App:PublicUrl=https://book.example.org/path")]
    [InlineData("App:PublicUrl=https://user@book.example.org")]
    [InlineData("Demo:Enabled=true")]
    [InlineData("Sms:Provider=Simulator")]
    [InlineData("Mail:Provider=Simulator")]
    [InlineData("Payments:Provider=Simulator")]
    [InlineData("Payments:Provider=Barter")]
    [InlineData("Keys:MasterKeyFile=/srv/derm/data/master.key")]
    [InlineData("Keys:MasterKeyFile=/srv/derm/data/../data/deep/master.key")]
    [InlineData("Database:Provider=Oracle")]
    [InlineData("Demo:Now=2027-01-01T00:00:00Z")]
    [InlineData("Proxies:Known=10.0.0.0/8,proxy")]
    [InlineData("RateLimits:Enabled=perhaps")]
    [InlineData("Database:ConnectionString=Host=db")]
    [InlineData("Database:ConnectionString=Data Source=:memory:")]
    [InlineData("Database:Provder=Postgres")]
    public void Production_refuses_what_cannot_be_meant(string wrong) => AssertRefused(wrong.Split('=')[0], "Production", [.. Least, wrong]);

    [Theory]
    [InlineData("Database:ConnectionString", "Database:Provider=Postgres")]
    [InlineData("Database:ConnectionString", "Database:Provider=Postgres", "Database:ConnectionString=Data Source=x.db")]
    [InlineData("Demo:Now", "Demo:Now=tomorrow")]
    [InlineData("Demo:Now", "Demo:Enabled=false", "Demo:Now=2027-01-01T00:00:00Z")]
    public void Development_refuses_contradictions(string key, params string[] settings) => AssertRefused(key, "Development", settings);

    [Fact]
    public void A_password_in_a_connection_string_is_not_repeated()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read("Development", "Database:Provider=Postgres", "Database:ConnectionString=Host=db;Password=hush;;=oops;x"));

        Assert.DoesNotContain("hush", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string key, string environment, params string[] settings)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(environment, settings));

        Assert.StartsWith(key.Replace(":", "__", StringComparison.Ordinal) + " ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    private static HostSettings Read(string environment, params string[] settings)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

        foreach (var setting in settings)
        {
            pairs[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(), new Somewhere(environment));
    }

    private sealed class Somewhere(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "DermSchedule.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
