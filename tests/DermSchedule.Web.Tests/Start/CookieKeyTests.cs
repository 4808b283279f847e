using DermSchedule.Encryption.Rotation;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DermSchedule.Web.Tests.Start;

/// <summary>The keys of cookies lie sealed in the data directory, where every node and every later start finds them (reliability.md 5.4).</summary>
public sealed class CookieKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("derm-cookies-").FullName;

    [Fact]
    public async Task Another_start_reads_the_cookies_of_the_first()
    {
        var cookie = await OnServer("master.key", server => Task.FromResult(Protector(server).Protect("draft")));

        var read = await OnServer("master.key", server => Task.FromResult(Protector(server).Unprotect(cookie)));

        Assert.Equal("draft", read);
    }

    [Fact]
    public async Task A_new_master_key_costs_nobody_a_cookie()
    {
        var cookie = await OnServer("master.key", async server =>
        {
            var made = Protector(server).Protect("draft");
            await server.Services.GetRequiredService<KeyCommands>().RotateMaster(KeyFile("next.key"), CancellationToken.None);
            return made;
        });

        var read = await OnServer("next.key", server => Task.FromResult(Protector(server).Unprotect(cookie)));

        Assert.Equal("draft", read);
    }

    [Fact]
    public async Task No_key_lies_open_on_the_disk()
    {
        await OnServer("master.key", server => Task.FromResult(Protector(server).Protect("draft")));

        var files = Directory.GetFiles(Path.Combine(folder, "data", "cookie-keys"));

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.Contains("<encryptedSecret decryptorType=\"DermSchedule.Web.Hosting.CookieKeySeal,", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<value>", text, StringComparison.Ordinal);
        });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IDataProtector Protector(ClinicServer server) => server.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private string KeyFile(string name) => Path.Combine(folder, "keys", name);

    private async Task<string> OnServer(string keyFile, Func<ClinicServer, Task<string>> act)
    {
        await using var server = await ClinicServer.Start(Engine.Sqlite, "Data:Directory=" + Path.Combine(folder, "data"), "Keys:MasterKeyFile=" + KeyFile(keyFile));
        return await act(server);
    }
}
