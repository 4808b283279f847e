using NodaTime;

namespace DermSchedule.Files;

/// <summary>What a file is for.</summary>
public enum FilePurpose
{
    /// <summary>Skin, taken by the patient.</summary>
    TriagePhoto,

    InsuranceFront,
    InsuranceBack,
}

/// <summary>Whether a file may be looked at: only when it is clean.</summary>
public enum FileState
{
    /// <summary>The virus scan has not answered yet.</summary>
    Quarantined,

    Clean,

    /// <summary>The scan found something; the bytes are gone.</summary>
    Infected,
}

/// <summary>What a file may belong to.</summary>
public enum FileOwnerKind
{
    Triage,
    Visit,
}

/// <summary>What a file belongs to: a triage or a visit.</summary>
public readonly record struct FileOwner(FileOwnerKind Kind, Guid Id)
{
    public static FileOwner Of(AppointmentId visit) => new(FileOwnerKind.Visit, visit.Value);

    public static FileOwner Of(TriageId triage) => new(FileOwnerKind.Triage, triage.Value);
}

/// <summary>What somebody sends.</summary>
/// <param name="Content">Read once, forward, and never beyond what is allowed.</param>
/// <param name="ClaimedType">Never trusted.</param>
/// <param name="FileName">Never trusted and never stored.</param>
public sealed record Upload(Stream Content, string? ClaimedType = null, string? FileName = null)
{
    /// <summary>A file name can hold a person's name.</summary>
    public override string ToString() => "upload";
}

/// <summary>A file as other rooms and pages see it.</summary>
/// <param name="Width">Pixels as it is looked at.</param>
/// <param name="Note">What was said about it, e.g. <c>near</c> and the part of the body.</param>
public sealed record KeptFile(FileId Id, FilePurpose Purpose, string ContentType, int Width, int Height, FileState State, Instant AddedAt, string? Note)
{
    /// <summary>Nothing about health in a log.</summary>
    public override string ToString() => $"file {Id}";
}

/// <summary>
/// An upload that has been judged, cleaned, scanned and written away, and belongs to nobody yet: <see cref="FileCabinet.Keep(ReadyFile, CancellationToken)"/>
/// makes it somebody's. When nobody does, its bytes are swept up.
/// </summary>
/// <param name="UploadedSize">Bytes that were sent; the limit of a triage counts those.</param>
/// <param name="Size">Bytes that are kept.</param>
public sealed record ReadyFile(FileId Id, FileOwner Owner, FilePurpose Purpose, FileState State, string ContentType, int Width, int Height, int UploadedSize, int Size, string? Note)
{
    /// <summary>Nothing about health in a log.</summary>
    public override string ToString() => $"file {Id}";
}
