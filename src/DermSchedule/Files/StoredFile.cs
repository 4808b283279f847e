using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Files;

/// <summary>What is known of a file. The row stays when the file goes, without its note: that there was one is no secret, what it showed is.</summary>
public sealed class StoredFile : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required FileId Id { get; init; }

    public required FileOwnerKind OwnerKind { get; set; }

    public required Guid OwnerId { get; set; }

    public required FilePurpose Purpose { get; init; }

    public required FileState State { get; set; }

    /// <summary>Of the bytes that are kept: we made them.</summary>
    public required string ContentType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Bytes that were sent.</summary>
    public required int UploadedSize { get; init; }

    /// <summary>Bytes that are kept.</summary>
    public required int Size { get; init; }

    public Sealed<string>? Note { get; set; }

    public required Instant AddedAt { get; init; }

    /// <summary>Its bytes are gone, or about to be.</summary>
    public Instant? RemovedAt { get; set; }

    /// <summary>Raised with every change: whoever seals the note again must not bring it back.</summary>
    public int Version { get; set; }

    public FileOwner Owner => new(OwnerKind, OwnerId);
}

/// <summary>
/// Where an owner's files are counted: its row is locked by whoever adds one, so that of seven photos at once six are kept. It holds nothing else.
/// </summary>
public sealed class FileShelf : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required FileOwnerKind OwnerKind { get; init; }

    public required Guid OwnerId { get; init; }
}
