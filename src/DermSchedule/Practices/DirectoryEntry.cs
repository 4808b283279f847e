namespace DermSchedule.Practices;

/// <summary>What kind of key leads to a practice.</summary>
public enum DirectoryKind
{
    Slug,
    Visit,
    ApiKey,
}

/// <summary>
/// The one unsharded table: which practice a slug, link or API key belongs to, before the tenant is known (domain.md 1).
/// It names no person and holds hashes only.
/// </summary>
public sealed class DirectoryEntry
{
    public required DirectoryKind Kind { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] KeyHash { get; init; }

    public required PracticeId PracticeId { get; init; }
}
