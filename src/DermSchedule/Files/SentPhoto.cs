namespace DermSchedule.Files;

/// <summary>Hands each named file of what was sent to the one who takes it.</summary>
public delegate Task<Result<IReadOnlyDictionary<string, ReadyFile>>> ReadUpload(Func<UploadPart, Task<Result<ReadyFile>>> take);

/// <summary>One photo of the skin as it is sent: a file, and before it how it was taken.</summary>
public static class SentPhoto
{
    /// <summary>Name of its part.</summary>
    public const string Part = "file";

    private static readonly string[] Distances = ["near", "far"];

    /// <summary>The photo, made anew and not kept yet.</summary>
    public static async Task<Result<ReadyFile>> Read(ReadUpload read, FileCabinet files, FileOwner owner, CancellationToken ct) =>
        (await read(part => files.Prepare(owner, FilePurpose.TriagePhoto, part.Upload, Distance(part), ct))).IsRefused(out var refusal, out var ready)
            ? refusal
            : ready.Values.FirstOrDefault() is { } photo ? photo : Refusals.Field(Part, "Send a photo.");

    private static string? Distance(UploadPart part) => part.Fields.GetValueOrDefault("distance") is { } distance && Distances.Contains(distance, StringComparer.Ordinal) ? distance : null;
}
