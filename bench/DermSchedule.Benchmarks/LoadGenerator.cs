using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DermSchedule.Benchmarks;

/// <summary>
/// A small HTTP/1.1 client over plain sockets: one connection per worker, one request in flight each. Measures the server and not the client,
/// which shares its cores with it.
/// </summary>
/// <param name="ports">Of the servers; connections go to one after the other.</param>
internal sealed class LoadGenerator(params int[] ports)
{
    public sealed record Answer(int Status, byte[] Body);

    /// <summary>What a run gave. Times are microseconds.</summary>
    public sealed record Run(int Requests, double Seconds, IReadOnlyDictionary<int, int> Statuses, double[] Sorted)
    {
        public double PerSecond => Requests / Seconds;

        public double Percentile(double p) => Sorted.Length == 0 ? 0 : Sorted[Math.Min(Sorted.Length - 1, (int)(p * Sorted.Length))] / 1000;

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{PerSecond,9:0} req/s  p50 {Percentile(.5),7:0.00} ms  p99 {Percentile(.99),7:0.00} ms  {string.Join(' ', Statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}×{s.Value}"))}");
    }

    /// <summary>Sends requests over so many connections until the time is over or the requests run out.</summary>
    /// <param name="connections">Workers, each with its own connection.</param>
    /// <param name="duration">How long.</param>
    /// <param name="next">The n-th request, complete with headers and body; null ends the run.</param>
    public async Task<Run> Load(int connections, TimeSpan duration, Func<int, byte[]?> next)
    {
        var counter = -1;
        var watch = Stopwatch.StartNew();
        var workers = await Task.WhenAll(Enumerable.Range(0, connections).Select(worker => Task.Run(async () =>
        {
            using var connection = await Connection.Open(ports[worker % ports.Length]);
            var times = new List<double>(100_000);
            var statuses = new Dictionary<int, int>();

            while (watch.Elapsed < duration && next(Interlocked.Increment(ref counter)) is { } request)
            {
                var start = Stopwatch.GetTimestamp();
                var status = (await connection.Send(request, keepBody: false)).Status;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }

            return (times, statuses);
        })));

        var all = workers.SelectMany(worker => worker.times).Order().ToArray();
        var counts = workers.SelectMany(worker => worker.statuses).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        return new Run(all.Length, watch.Elapsed.TotalSeconds, counts, all);
    }

    /// <summary>
    /// All requests at once: each connection has sent everything but its last byte before any sends that byte, so they meet at the server.
    /// </summary>
    public async Task<IReadOnlyList<(Answer Answer, double Microseconds)>> AtOnce(IReadOnlyList<byte[]> requests)
    {
        var connections = await Task.WhenAll(requests.Select((_, i) => Connection.Open(ports[i % ports.Length])));
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ready = 0;
        var allReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var answers = requests.Select((request, i) => Task.Run(async () =>
        {
            using var connection = connections[i];
            await connection.Write(request.AsMemory(0, request.Length - 1));

            if (Interlocked.Increment(ref ready) == requests.Count)
            {
                allReady.SetResult();
            }

            await barrier.Task;
            var start = Stopwatch.GetTimestamp();
            await connection.Write(request.AsMemory(request.Length - 1));
            var answer = await connection.Read(keepBody: true);
            return (answer, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        })).ToList();

        await allReady.Task;
        barrier.SetResult();
        return await Task.WhenAll(answers);
    }

    public async Task<Answer> One(byte[] request)
    {
        using var connection = await Connection.Open(ports[0]);
        return await connection.Send(request, keepBody: true);
    }

    public static byte[] Get(string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");

    public static byte[] Post(string path, string json, string? headers = null)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n")), .. body];
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        private readonly byte[] buffer = new byte[256 * 1024];
        private int filled;

        public static async Task<Connection> Open(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Connection(socket);
        }

        public async Task<Answer> Send(byte[] request, bool keepBody)
        {
            await Write(request);
            return await Read(keepBody);
        }

        public async Task Write(ReadOnlyMemory<byte> bytes)
        {
            while (bytes.Length > 0)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
            }
        }

        public async Task<Answer> Read(bool keepBody)
        {
            int head;

            while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            {
                await Fill();
            }

            var status = int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), CultureInfo.InvariantCulture);
            var headers = Encoding.ASCII.GetString(buffer, 0, head);
            using var body = keepBody ? new MemoryStream() : null;
            Drop(head + 4);

            if (headers.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase))
            {
                while (true)
                {
                    int line;

                    while ((line = buffer.AsSpan(0, filled).IndexOf("\r\n"u8)) < 0)
                    {
                        await Fill();
                    }

                    var size = int.Parse(Encoding.ASCII.GetString(buffer, 0, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    Drop(line + 2);
                    await Take(size, body);
                    await Take(2, null);

                    if (size == 0)
                    {
                        break;
                    }
                }
            }
            else if (headers.IndexOf("content-length: ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var digits = headers[(at + 16)..].TakeWhile(char.IsAsciiDigit).ToArray();
                await Take(int.Parse(digits, CultureInfo.InvariantCulture), body);
            }

            return new Answer(status, body?.ToArray() ?? []);
        }

        public void Dispose() => socket.Dispose();

        private async Task Take(int count, MemoryStream? into)
        {
            while (count > 0)
            {
                if (filled == 0)
                {
                    await Fill();
                }

                var part = Math.Min(count, filled);
                into?.Write(buffer, 0, part);
                Drop(part);
                count -= part;
            }
        }

        private async Task Fill()
        {
            if (filled == buffer.Length)
            {
                throw new InvalidOperationException("Headers larger than the buffer.");
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None);
            filled += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        private void Drop(int count)
        {
            buffer.AsSpan(count, filled - count).CopyTo(buffer);
            filled -= count;
        }
    }
}
