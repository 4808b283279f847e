namespace DermSchedule.Web.Wizard.Uploads;

/// <summary>A picture the clinic has already: what the form says of it.</summary>
/// <param name="Id">What a remove button sends.</param>
/// <param name="ContentType">What it was stored as.</param>
/// <param name="Label">In the reader's words: "Close up".</param>
/// <param name="PreviewUrl">Where its small picture is; null where none may be shown.</param>
public sealed record KeptPhoto(string Id, string ContentType, string Label, string? PreviewUrl = null)
{
    /// <summary>When it was saved, in words: by that one tells pictures apart which are not shown.</summary>
    public string? At { get; init; }

    /// <summary>What browsers may offer to pick; the server looks at the bytes and believes no name (reliability.md 5.2).</summary>
    public const string Accepted = "image/jpeg,image/png,image/webp,image/heic,image/heif";

    /// <summary>Larger files are not even sent: on a bad connection that would take minutes to be refused.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Photos of one visit.</summary>
    public const int MostPhotos = 6;
}
