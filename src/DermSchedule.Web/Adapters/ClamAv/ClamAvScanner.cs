using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.ClamAv;

/// <summary>
/// Asks clamd by its INSTREAM command: pieces with their length before them, an empty one at the end, one line back (clamd(8)). Whatever is not a clear
/// answer means that the file waits.
/// </summary>
internal sealed class ClamAvScanner(string host, int port, TimeProvider clock) : IFileScanner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int Piece = 64 * 1024;
    private const int LongestLine = 1024;

    public async Task<ScanVerdict> Scan(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, either.Token);
            var stream = client.GetStream();
            await Send(stream, content, either.Token);
            return Verdict(await Line(stream, either.Token));
        }
        catch (Exception away) when (away is SocketException or IOException || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return ScanVerdict.Unreachable;
        }
    }

    private static ScanVerdict Verdict(string line) => line switch
    {
        "stream: OK" => ScanVerdict.Clean,
        _ when line.EndsWith(" FOUND", StringComparison.Ordinal) => ScanVerdict.Infected,
        _ => ScanVerdict.Unreachable,
    };

    private static async Task Send(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var length = new byte[4];
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);

        for (var rest = content; !rest.IsEmpty; rest = rest[Math.Min(Piece, rest.Length)..])
        {
            var piece = rest[..Math.Min(Piece, rest.Length)];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(piece, ct);
        }

        await stream.WriteAsync(new byte[4], ct);
    }

    private static async Task<string> Line(NetworkStream stream, CancellationToken ct)
    {
        var buffer = new byte[LongestLine];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return Encoding.ASCII.GetString(buffer, 0, length).TrimEnd('\0', '\n');
    }
}
