using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>
/// For a server without libvips: copies the parts of a JPEG, PNG or WebP that are the picture and leaves out everything else. It decodes nothing, so it
/// neither turns pixels nor notices a broken one; HEIC it cannot take (docs/operate/files.md).
/// </summary>
internal sealed class SegmentCleaner : IImageCleaner
{
    public bool Takes(PictureKind kind) => kind != PictureKind.Heic;

    public Task<CleanPicture?> Clean(ReadOnlyMemory<byte> content, PictureHeader header, CancellationToken ct) => Task.FromResult(header.Kind switch
    {
        PictureKind.Jpeg => Shown(JpegSegments.Copy(content.Span, out var isSideways), "image/jpeg", isSideways),
        PictureKind.Png => Shown(PngChunks.Copy(content.Span), "image/png", isSideways: false),
        PictureKind.Webp => Shown(WebpChunks.Copy(content.Span), "image/webp", isSideways: false),
        PictureKind.Heic => null,
    });

    /// <summary>What was copied is looked at like something a stranger sent.</summary>
    private static CleanPicture? Shown(byte[]? copy, string type, bool isSideways)
    {
        if (copy is null || PictureHeader.Read(copy) is not { IsMoving: false } header)
        {
            return null;
        }

        return isSideways ? new CleanPicture(copy, type, header.Height, header.Width) : new CleanPicture(copy, type, header.Width, header.Height);
    }
}
