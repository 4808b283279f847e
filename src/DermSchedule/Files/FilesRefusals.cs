using System.Globalization;

namespace DermSchedule.Files;

/// <summary>How large and how many (reliability.md 5.2).</summary>
public static class FileLimits
{
    /// <summary>Bytes of one picture: 10 MB.</summary>
    public const int PictureBytes = 10 * 1024 * 1024;

    /// <summary>Photos of one triage, or of the visit it led to.</summary>
    public const int Photos = 6;

    /// <summary>Bytes that were sent for all photos of one triage: 40 MB.</summary>
    public const int PhotosBytes = 40 * 1024 * 1024;

    /// <summary>Width times height.</summary>
    public const long Pixels = 50_000_000;

    /// <summary>Pixels of the longer side.</summary>
    public const int Side = 12_000;
}

/// <summary>The ways in which a picture is not taken; each says what would be.</summary>
public static class FilesRefusals
{
    private const string Takes = "We take JPEG, PNG, WebP and HEIC pictures of up to 10 MB.";

    private static readonly string[] Accepted = ["image/jpeg", "image/png", "image/webp", "image/heic"];

    public static readonly Refusal TooManyFiles = new(RefusalKind.Invalid, "too_many_files", string.Create(CultureInfo.InvariantCulture, $"There are {FileLimits.Photos} photos already. Remove one to add another."));

    public static readonly Refusal TooLarge = TooLargeFor("This file is larger than 10 MB.");
    public static readonly Refusal TooManyPixels = TooLargeFor("This picture has more than 50 megapixels, or more than 12,000 pixels on one side.");
    public static readonly Refusal TooLargeTogether = TooLargeFor("These photos are larger than 40 MB together.");

    public static readonly Refusal Empty = NotTaken("This file is empty.");
    public static readonly Refusal NotAPicture = NotTaken("This is not a picture that we can take.");
    public static readonly Refusal Moving = NotTaken("This is a moving picture. Send a still one.");
    public static readonly Refusal Unreadable = NotTaken("This picture cannot be read. It may be damaged or cut off; take it again.");
    public static readonly Refusal HeicUnread = NotTaken("This clinic's system cannot read HEIC pictures. Save it as JPEG.");
    public static readonly Refusal Infected = NotTaken("The virus scan found something in this file, so it was not kept.");
    public static readonly Refusal NotAForm = Refusals.UnsupportedMedia.Saying("Send the picture as multipart/form-data. " + Takes).With("accepted", Accepted);

    public static readonly Refusal Queued = Refusals.TooManyRequests.Saying("Many pictures are being looked at right now. Try again in a moment.").With("retryAfter", 5);

    private static Refusal TooLargeFor(string why) => Refusals.PayloadTooLarge.Saying($"{why} {Takes}").With("accepted", Accepted).With("maxBytes", FileLimits.PictureBytes);

    private static Refusal NotTaken(string why) => Refusals.UnsupportedMedia.Saying($"{why} {Takes}").With("accepted", Accepted).With("maxBytes", FileLimits.PictureBytes);
}
