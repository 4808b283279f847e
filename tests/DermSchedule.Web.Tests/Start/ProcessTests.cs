using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Web.Tests.Infrastructure;
using Xunit;

namespace DermSchedule.Web.Tests.Start;

/// <summary>The program as an operator runs it: another process, its exit code and its error stream.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("derm-process-").FullName;

    [Fact]
    public async Task A_bad_setting_ends_the_start_with_one_sentence()
    {
        var (code, output, error) = await Run([], ("ASPNETCORE_ENVIRONMENT", "Production"));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("App__PublicUrl is not set", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_ends_the_start_with_one_sentence()
    {
        var (code, _, error) = await Run(
            [], ("ASPNETCORE_ENVIRONMENT", "Development"), ("Database__Provider", "Postgres"), ("Database__ConnectionString", "Host=127.0.0.1;Port=1;Database=none;Username=none;Password=hush"));

        Assert.Equal(1, code);
        Assert.StartsWith("Database__ConnectionString ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_start_with_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output, error) = await Run([], ("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Enabled", "false"), ("ASPNETCORE_URLS", $"http://{other.LocalEndpoint}"));

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.StartsWith("ASPNETCORE_URLS ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_second_server_on_one_SQLite_file_stops_with_one_sentence()
    {
        await using var first = await ClinicServer.Start(Engine.Sqlite, "Data:Directory=" + Path.Combine(folder, "data"), "Keys:MasterKeyFile=" + KeyFile);

        var (code, _, error) = await Run([], ("ASPNETCORE_ENVIRONMENT", "Development"), ("Demo__Enabled", "false"));

        Assert.Equal(1, code);
        Assert.Contains("Another server", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_operator_makes_the_key_and_founds_the_practice()
    {
        (string, string)[] production =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("App__PublicUrl", "https://book.example.org"), ("Sms__Provider", "None"), ("Mail__Provider", "None"), ("Payments__Provider", "None"),
        ];

        var made = await Run(["keys", "create"], production);
        var again = await Run(["keys", "create"], production);
        var founded = await Run(["setup", "--practice", "Harbor Dermatology", "--owner", "owner@harbor.example"], production);

        Assert.Equal(0, made.Code);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Equal(1, again.Code);
        Assert.Equal(0, founded.Code);
        Assert.StartsWith("https://book.example.org/sign-in/invitation/", founded.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string KeyFile => Path.Combine(folder, "keys", "master.key");

    private async Task<(int Code, string Output, string Error)> Run(string[] words, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DermSchedule.Web.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data__Directory"] = Path.Combine(folder, "data");
        start.Environment["Keys__MasterKeyFile"] = KeyFile;

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
