namespace DermSchedule.Encryption;

/// <summary>
/// The keys of one practice as this process knows them. Shared by every unit of work of the practice, so that a key which another process made is
/// known to all of them as soon as one has met it.
/// </summary>
internal sealed class OpenedKeys(PracticeKeys first, Func<PracticeKeys?> read)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private volatile PracticeKeys current = first;
    private long lookedAt = TimeProvider.System.GetTimestamp();

    public PracticeKeys Current => current;

    /// <summary>Whether the table should be asked again: a rotation elsewhere is found within a minute, even by a process that meets no new value.</summary>
    public bool MayBeOld => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref lookedAt)) > Look;

    public void Renew(PracticeKeys? keys)
    {
        Interlocked.Exchange(ref lookedAt, TimeProvider.System.GetTimestamp());

        // Keys are only ever added: a read that is older than what is known takes nothing away.
        if (keys is not null && keys.SealingVersion >= current.SealingVersion)
        {
            current = keys;
        }
    }

    /// <summary>
    /// The data key of that version; null when there is none. A value under a newer key than the newest known was sealed by a process that rotated:
    /// the table is read at once, without waiting for the next look.
    /// </summary>
    public byte[]? DataKey(int version)
    {
        if (version > current.SealingVersion)
        {
            Renew(read());
        }

        return current.Data.GetValueOrDefault(version);
    }

    public override string ToString() => "keys";
}
