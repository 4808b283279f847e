using System.Diagnostics;
using System.Text.RegularExpressions;
using DermSchedule.Tests.Infrastructure;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>The program as another process with the demo practices in it, for what only a process can suffer.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
    }

    /// <summary>Starts it and comes back when it listens.</summary>
    /// <param name="folder">For its key, and its data when <paramref name="postgres"/> is null.</param>
    /// <param name="postgres">Where its data is otherwise.</param>
    public static async Task<ServerProcess> Start(string folder, ClinicStorage? postgres)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DermSchedule.Web.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Data__Directory"] = Path.Combine(folder, "data"),
                ["Keys__MasterKeyFile"] = Path.Combine(folder, "keys", "master.key"),
                ["Demo__Enabled"] = "true",
                ["RateLimits__Enabled"] = "false",
            },
        };

        if (postgres is not null)
        {
            start.Environment["Database__Provider"] = "Postgres";
            start.Environment["Database__ConnectionString"] = postgres.Address;
        }

        var server = new ServerProcess(start);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.listening.Task;
        return server;
    }

    public async Task<HttpClient> Client() => new() { BaseAddress = await listening.Task };

    /// <summary>SIGKILL: nothing of it runs any more, not even a handler.</summary>
    public void Kill() => process.Kill();

    public Task Gone() => process.WaitForExitAsync();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException("The server ended before it listened; its reason stands above."));
        }
        else if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://127.0.0.1:[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
