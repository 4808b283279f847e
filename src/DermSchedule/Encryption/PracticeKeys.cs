namespace DermSchedule.Encryption;

/// <summary>The unwrapped keys of one practice. Lives in memory only.</summary>
/// <param name="Practice">Whose keys.</param>
/// <param name="Data">Data keys by version; all can open, the highest seals.</param>
/// <param name="Index">Blind-index keys by version; the highest is the one in use.</param>
internal sealed record PracticeKeys(PracticeId Practice, IReadOnlyDictionary<int, byte[]> Data, IReadOnlyDictionary<int, byte[]> Index)
{
    public int SealingVersion { get; } = Data.Keys.Max();

    public int IndexVersion { get; } = Index.Keys.Max();

    public byte[] IndexKey => Index[IndexVersion];

    public override string ToString() => "keys";
}
