using DermSchedule.Audit;

namespace DermSchedule.Files;

/// <summary>The lines about files in the trail, each with the patient where one is known.</summary>
public sealed class FileLines(AuditTrail audit, FileOwners owners)
{
    internal async Task Changed(string action, StoredFile file, CancellationToken ct) =>
        audit.Record("file." + action, await About(file, ct), before: null, new { file.Purpose, file.State, file.OwnerKind, file.OwnerId, file.ContentType, file.Size, file.Width, file.Height });

    /// <summary>Comes back when the line is stored: only then may the bytes leave.</summary>
    internal async Task Read(StoredFile file, CancellationToken ct) => await audit.Read("file.read", "file", [await About(file, ct)], ct);

    private async Task<AuditRecord> About(StoredFile file, CancellationToken ct) =>
        new("file", file.Id.Value, (await owners.Place(file.Owner, ct))?.Patient);
}
