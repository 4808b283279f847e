using System.Diagnostics;
using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>
/// libvips as a child process that decodes the picture, turns it the right way up and writes a new JPEG. Bytes go in and out through pipes, so no
/// picture ever lies in clear on a disk. A child that is given a bomb dies alone: half a gigabyte of its own memory, ten seconds of processor, not one
/// byte to a file (stack.md pitfall 22).
/// </summary>
internal sealed class VipsCleaner(TimeProvider clock) : IImageCleaner
{
    /// <summary>By the real clock: the processor limit does not count waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Noise of 50 megapixels makes 30 MB; more is no photo.</summary>
    private const int LargestAnswer = 48 * 1024 * 1024;

    // The address space also holds libraries, so --data is the limit that means memory; measured on HEIC of 48 megapixels, which --as of the same size refuses.
    private static readonly string[] Arguments =
    [
        "--data=536870912", "--as=1073741824", "--cpu=10", "--fsize=0", "--core=0", "--nofile=64",
        "vipsthumbnail", "stdin[fail_on=truncated]", "--size", "12000x12000>", "--export-profile", "srgb", "-o", ".jpg[Q=88,strip,background=255]",
    ];

    /// <summary>Whether the programs it needs are there.</summary>
    public static bool IsInstalled() => OperatingSystem.IsLinux() && IsOnPath("prlimit") && IsOnPath("vipsthumbnail");

    public bool Takes(PictureKind kind) => true;

    public async Task<CleanPicture?> Clean(ReadOnlyMemory<byte> content, PictureHeader header, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);

        try
        {
            return await Run(content, either.Token) is { } made && PictureHeader.Read(made.Span) is { Kind: PictureKind.Jpeg } shown
                ? new CleanPicture(made, "image/jpeg", shown.Width, shown.Height)
                : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> Run(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var child = new Process { StartInfo = Start() };
        child.Start();

        try
        {
            var given = Give(child.StandardInput.BaseStream, content, ct);
            var complaints = child.StandardError.BaseStream.CopyToAsync(Stream.Null, ct);
            var answer = await Answer(child.StandardOutput.BaseStream, ct);

            if (answer is null)
            {
                return null;
            }

            await Task.WhenAll(given, complaints);
            await child.WaitForExitAsync(ct);
            return child.ExitCode == 0 && answer.Length > 0 ? answer.GetBuffer().AsMemory(0, (int)answer.Length) : null;
        }
        finally
        {
            // Whoever sent it went away, it took too long, or said too much.
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("prlimit", Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };

        // Nothing of ours: a connection string among the variables would be there to be read.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_DISC_THRESHOLD"] = "1g";
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        return start;
    }

    private static async Task Give(Stream input, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(content, ct);
            }
        }
        catch (IOException)
        {
            // It had read enough: the picture ends before the file does, or is none.
        }
    }

    /// <summary>What it wrote; null when that is too much.</summary>
    private static async Task<MemoryStream?> Answer(Stream output, CancellationToken ct)
    {
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];

        for (int read; (read = await output.ReadAsync(buffer, ct)) > 0;)
        {
            if (all.Length + read > LargestAnswer)
            {
                return null;
            }

            await all.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return all;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
