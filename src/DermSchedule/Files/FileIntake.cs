namespace DermSchedule.Files;

/// <summary>Judges an upload by its bytes, makes the picture anew and has it scanned. Touches no database.</summary>
public sealed class FileIntake(IImageCleaner cleaner, IFileScanner scanner, CleaningTurns turns)
{
    /// <param name="Picture">What is kept.</param>
    /// <param name="UploadedSize">Bytes that were sent.</param>
    /// <param name="Verdict">Of the scan of what is kept: what came with the file beside the picture is gone by then.</param>
    internal sealed record Taken(CleanPicture Picture, int UploadedSize, ScanVerdict Verdict);

    internal async Task<Result<Taken>> Take(Upload upload, CancellationToken ct)
    {
        if (await ReadUpTo(upload.Content, FileLimits.PictureBytes, ct) is not { } content)
        {
            return FilesRefusals.TooLarge;
        }

        if (Judge(content.Span).IsRefused(out var refusal, out var header))
        {
            return refusal;
        }

        if (!cleaner.Takes(header.Kind))
        {
            return FilesRefusals.HeicUnread;
        }

        using var turn = await turns.Take(ct);

        if (turn is null)
        {
            return FilesRefusals.Queued;
        }

        return await cleaner.Clean(content, header, ct) is { } picture
            ? new Taken(picture, content.Length, await scanner.Scan(picture.Content, ct))
            : FilesRefusals.Unreadable;
    }

    /// <summary>What the bytes say, before anything decodes them.</summary>
    internal static Result<PictureHeader> Judge(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return FilesRefusals.Empty;
        }

        return PictureHeader.Read(content) switch
        {
            null => FilesRefusals.NotAPicture,
            { IsMoving: true } => FilesRefusals.Moving,
            { Width: > FileLimits.Side } or { Height: > FileLimits.Side } => FilesRefusals.TooManyPixels,
            var header when (long)header.Width * header.Height > FileLimits.Pixels => FilesRefusals.TooManyPixels,
            var header => header,
        };
    }

    /// <summary>All of it, or null as soon as it is too much.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadUpTo(Stream content, int limit, CancellationToken ct)
    {
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];

        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (all.Length + read > limit)
            {
                return null;
            }

            await all.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
