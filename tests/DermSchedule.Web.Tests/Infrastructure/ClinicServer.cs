using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DermSchedule.Encryption;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>The real server on a real port, on a database and a data directory of its own. Without demo data unless the test asks for it.</summary>
public sealed class ClinicServer : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("derm-server-").FullName;
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);
    private readonly ClinicStorage? storage;

    private ClinicServer(ClinicStorage? storage) => this.storage = storage;

    /// <summary>How to reach its database from outside.</summary>
    public string Address => storage?.Address ?? $"Data Source={Path.Combine(settings["Data:Directory"], "dermschedule.db")};Pooling=False";

    /// <summary>Where it keeps its files.</summary>
    public string DataDirectory => settings["Data:Directory"];

    /// <summary>Everything that was logged.</summary>
    public LogBook Log { get; } = new();

    /// <summary>Starts a server and waits until it listens.</summary>
    /// <param name="engine">Where its data lives.</param>
    /// <param name="with">Settings as <c>Section:Key=value</c>; they win over the defaults of tests.</param>
    public static async Task<ClinicServer> Start(Engine engine = Engine.Sqlite, params string[] with)
    {
        var storage = engine == Engine.Postgres ? await ClinicStorage.Empty(engine) : null;
        var server = new ClinicServer(storage);
        server.Set("urls", "http://127.0.0.1:0");
        server.Set("Demo:Enabled", "false");
        server.Set("RateLimits:Enabled", "false");
        server.Set("Data:Directory", Path.Combine(server.folder, "data"));
        server.Set("Keys:MasterKeyFile", Path.Combine(server.folder, "keys", "master.key"));

        if (storage is not null)
        {
            server.Set("Database:Provider", "Postgres");
            server.Set("Database:ConnectionString", storage.Address);
        }

        foreach (var setting in with)
        {
            server.Set(setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        _ = MasterKeyFile.Create(server.settings["Keys:MasterKeyFile"]);
        server.UseKestrel(0);
        await Task.Run(server.StartServer);
        return server;
    }

    /// <summary>Founds a practice as the command line does, lets its owner in by the invitation, and answers a client signed in as the owner.</summary>
    public async Task<HttpClient> Owner(string practice = "Harbor Dermatology")
    {
        const string Email = "owner@harbor.example";
        const string Password = "a long and quiet evening";
        await using var scope = Services.CreateAsyncScope();
        var founded = await scope.ServiceProvider.GetRequiredService<FoundPractice.Handler>().Handle(new FoundPractice.Request(practice, Email), CancellationToken.None);
        var client = CreateClient();
        using var accepted = await client.PostAsJsonAsync("/api/v1/auth/accept-invitation", new { token = founded.Value.Invitation.Value, password = Password, name = "Olive Owner" });
        accepted.EnsureSuccessStatusCode();
        using var signedIn = await client.PostAsJsonAsync("/api/v1/auth/token", new { email = Email, password = Password });
        signedIn.EnsureSuccessStatusCode();
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);

        if (storage is not null)
        {
            await storage.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log));
    }

    private void Set(string key, string value) => settings[key] = value;
}
