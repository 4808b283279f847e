namespace DermSchedule.Files;

/// <summary>Endpoint metadata: the files that a <c>multipart/form-data</c> body holds, for the contract. The route reads it with <see cref="UploadForm"/>.</summary>
/// <param name="Files">Each with its name.</param>
public sealed record UploadParts(IReadOnlyList<UploadParts.File> Files)
{
    /// <param name="Name">Of the part.</param>
    /// <param name="Required">Whether it must be there.</param>
    public sealed record File(string Name, bool Required);
}
