namespace DermSchedule.Files;

/// <summary>Looks for viruses in what is about to be kept (reliability.md 5.2).</summary>
public interface IFileScanner
{
    /// <summary>What it found. It answers also when it cannot look: then the file waits.</summary>
    Task<ScanVerdict> Scan(ReadOnlyMemory<byte> content, CancellationToken ct);
}

/// <summary>What a scanner says.</summary>
public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>It is set up and did not answer: nobody sees the file until it has.</summary>
    Unreachable,
}
