using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DermSchedule.Benchmarks;

/// <summary>The product as a process of its own, with the whole production pipeline: routing, access, audit, logging; only the rate limits are off.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port, TimeSpan started) => (this.process, Port, Started) = (process, port, started);

    public int Port { get; }

    /// <summary>From spawn to the first 200.</summary>
    public TimeSpan Started { get; }

    /// <summary>Time of the processor that the server has used; says what a request costs even on a machine that does other things besides.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long ResidentKilobytes => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).First();

    public static Task<ServerProcess> Product(string directory, string keyFile) => Start(
        [Path.Combine(Root(), "src/DermSchedule.Web/bin/Release/net10.0/DermSchedule.Web.dll")],
        "/health/ready",
        new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Demo__Enabled"] = "false",
            ["RateLimits__Enabled"] = "false",
            ["Data__Directory"] = directory,
            ["Keys__MasterKeyFile"] = keyFile,
        });

    public static Task<ServerProcess> Ceiling(string directory) => Start([typeof(ServerProcess).Assembly.Location, "ceiling-server", directory], "/ready", []);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder!.FullName, "DermSchedule.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static async Task<ServerProcess> Start(string[] arguments, string ready, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(arguments[0]) };
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var server = Process.Start(start)!;
        var output = new Queue<string>();
        server.OutputDataReceived += (_, line) => Keep(line.Data);
        server.ErrorDataReceived += (_, line) => Keep(line.Data);
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        var load = new LoadGenerator(port);

        while (true)
        {
            if (server.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException("The server did not start:\n" + string.Join('\n', output));
            }

            try
            {
                if ((await load.One(LoadGenerator.Get(ready))).Status == 200)
                {
                    return new ServerProcess(server, port, watch.Elapsed);
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Task.Delay(5);
            }
        }

        void Keep(string? line)
        {
            if (line is not null && output.Count < 50)
            {
                output.Enqueue(line);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
