namespace DermSchedule.Files;

/// <summary>Keeps bytes by key. They are sealed before they come here, so whoever copies the store has nothing.</summary>
public interface IFileStore
{
    /// <summary>Stores them wholly or not at all; comes back when they would survive a crash.</summary>
    Task Save(FileKey key, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct);

    /// <summary>The bytes; null when there are none.</summary>
    Task<byte[]?> Open(FileKey key, CancellationToken ct);

    /// <summary>Makes them go away, with what an interrupted <see cref="Save"/> left; none there is as good.</summary>
    Task Delete(FileKey key, CancellationToken ct);
}

/// <summary>Where bytes are kept: made of our own ids and of nothing that a stranger named.</summary>
public readonly record struct FileKey(PracticeId Practice, FileId File);
