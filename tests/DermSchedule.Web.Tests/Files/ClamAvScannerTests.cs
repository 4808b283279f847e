using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using DermSchedule.Files;
using DermSchedule.Tests.Files;
using DermSchedule.Web.Adapters.ClamAv;
using Xunit;

namespace DermSchedule.Web.Tests.Files;

/// <summary>The scanner against a small clamd of our own, which speaks INSTREAM and nothing else.</summary>
public sealed class ClamAvScannerTests
{
    [Fact]
    public async Task What_is_sent_arrives_whole_and_clean_is_clean()
    {
        await using var clamd = new SmallClamd();
        var content = new byte[200_000];
        TestPictures.Jpeg.CopyTo(content, 0);

        var verdict = await clamd.Scanner.Scan(content, CancellationToken.None);

        Assert.Equal(ScanVerdict.Clean, verdict);
        Assert.Equal(content, clamd.Received);
    }

    [Fact]
    public async Task A_find_is_a_find()
    {
        await using var clamd = new SmallClamd();

        Assert.Equal(ScanVerdict.Infected, await clamd.Scanner.Scan(TestPictures.Eicar, CancellationToken.None));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("UNKNOWN COMMAND")]
    [InlineData("")]
    [InlineData("stream: OK stream: OK")]
    public async Task Any_other_answer_is_none(string answer)
    {
        await using var clamd = new SmallClamd(answer);

        Assert.Equal(ScanVerdict.Unreachable, await clamd.Scanner.Scan(TestPictures.Jpeg, CancellationToken.None));
    }

    [Fact]
    public async Task A_clamd_that_is_not_there_is_unreachable()
    {
        await using var clamd = new SmallClamd();
        await clamd.DisposeAsync();

        Assert.Equal(ScanVerdict.Unreachable, await clamd.Scanner.Scan(TestPictures.Jpeg, CancellationToken.None));
    }
}

/// <summary>Answers like clamd: "FOUND" when EICAR is in what it gets.</summary>
internal sealed class SmallClamd : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string? always;
    private readonly Task serving;

    public SmallClamd(string? always = null)
    {
        this.always = always;
        listener.Start();
        Listening = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = Task.Run(Serve);
    }

    public byte[] Received { get; private set; } = [];

    public int Listening { get; }

    public ClamAvScanner Scanner => new("127.0.0.1", Listening, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await Answer(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Answer(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0"u8.ToArray(), command);
        using var all = new MemoryStream();

        for (var length = new byte[4]; ;)
        {
            await stream.ReadExactlyAsync(length);

            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var size))
            {
                break;
            }

            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece);
            await all.WriteAsync(piece);
        }

        Received = all.ToArray();
        var answer = always ?? (Received.AsSpan().IndexOf("EICAR-STANDARD"u8) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer + "\0"));
    }
}
