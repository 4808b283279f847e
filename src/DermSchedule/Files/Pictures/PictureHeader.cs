namespace DermSchedule.Files;

/// <summary>The kinds of picture that are taken (domain.md 14).</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    Webp,
    Heic,
}

/// <summary>
/// What a picture says about itself in its first bytes, read by us before anything decodes it: a decoder that is asked for too many pixels is a bomb
/// already (reliability.md 5.2).
/// </summary>
/// <param name="Kind">By its magic bytes, never by a name or a claimed type.</param>
/// <param name="Width">Pixels as they are stored, before any rotation.</param>
/// <param name="Height">Pixels.</param>
/// <param name="IsMoving">Whether it is an animation or a sequence.</param>
public sealed record PictureHeader(PictureKind Kind, int Width, int Height, bool IsMoving = false)
{
    /// <summary>Null when the bytes are no picture of a kind we take, or do not say how large it is.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => JpegHeader.Read(content),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngHeader.Read(content),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => WebpHeader.Read(content),
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] => HeicHeader.Read(content),
        _ => null,
    };

    /// <summary>Numbers of a stranger: what does not fit is no size.</summary>
    internal static PictureHeader? Of(PictureKind kind, long width, long height, bool isMoving = false) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new PictureHeader(kind, (int)width, (int)height, isMoving) : null;
}
