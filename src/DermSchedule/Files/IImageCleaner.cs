namespace DermSchedule.Files;

/// <summary>
/// Makes a picture anew, so that nothing of the file comes along but the picture: no place where it was taken, no comment, no second file behind it
/// (domain.md 14).
/// </summary>
public interface IImageCleaner
{
    /// <summary>Whether it can read this kind at all.</summary>
    bool Takes(PictureKind kind);

    /// <summary>The picture as it is kept; null when it cannot be read. Bytes of a stranger: it may fail, and never takes the program with it.</summary>
    Task<CleanPicture?> Clean(ReadOnlyMemory<byte> content, PictureHeader header, CancellationToken ct);
}

/// <summary>A picture and nothing else.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">What they are: JPEG, or the kind that came in.</param>
/// <param name="Width">Pixels as it is looked at.</param>
/// <param name="Height">Pixels.</param>
public sealed record CleanPicture(ReadOnlyMemory<byte> Content, string ContentType, int Width, int Height)
{
    public override string ToString() => ContentType;
}
