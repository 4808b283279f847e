using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Files;

/// <summary>The rows of files: who has which, how many, and what is planned when one goes. Everything but <see cref="Announce"/> runs in the caller's unit.</summary>
public sealed class FileRecords(ScheduleDb db, PracticeScope scope, Vault vault, FileLines lines, DueRows due, TimeProvider clock)
{
    /// <summary>Bytes that are nobody's by then are swept up. An upload takes a minute at most.</summary>
    public static readonly Duration SweepAfter = Duration.FromHours(1);

    private static readonly Refusal MadeMeanwhile = Refusals.NotFound;

    /// <summary>Before bytes are written: whoever dies between them and their row leaves the order to sweep them up.</summary>
    internal async Task Announce(FileId id, FileOwner owner, CancellationToken ct)
    {
        while ((await db.Write<Done>(
            async () =>
            {
                if (!await Shelf(owner).AnyAsync(ct))
                {
                    db.Add(new FileShelf { PracticeId = scope.Practice, OwnerKind = owner.Kind, OwnerId = owner.Id });
                }

                due.Plan(EraseBytes.Name, $"{id}/orphan", id.Value, 1, clock.GetCurrentInstant() + SweepAfter);
                return Done.Instance;
            },
            ct,
            table => table is FilesTables.Shelves ? MadeMeanwhile : null)).Refusal is not null)
        {
            // Two first files of one owner at once: the other has made the shelf.
        }
    }

    /// <summary>Whether one more fits. Asked before the slow work without a lock, and again with it.</summary>
    internal async Task<Refusal?> Full(FileOwner owner, FilePurpose purpose, int uploadedSize, CancellationToken ct)
    {
        if (purpose != FilePurpose.TriagePhoto)
        {
            return null;
        }

        var sizes = await Live(owner).Where(file => file.Purpose == purpose && file.State != FileState.Infected).Select(file => file.UploadedSize).ToListAsync(ct);
        return sizes.Count >= FileLimits.Photos ? FilesRefusals.TooManyFiles.With("limit", FileLimits.Photos)
            : sizes.Sum(size => (long)size) + uploadedSize > FileLimits.PhotosBytes ? FilesRefusals.TooLargeTogether
            : null;
    }

    internal async Task<Result<StoredFile>> Add(ReadyFile file, CancellationToken ct)
    {
        _ = await Shelf(file.Owner).Locked().SingleAsync(ct);

        if (await Full(file.Owner, file.Purpose, file.UploadedSize, ct) is { } full)
        {
            return full;
        }

        if (file.Purpose != FilePurpose.TriagePhoto)
        {
            // A card has one front and one back: the new picture takes the place of the old one.
            foreach (var old in await Live(file.Owner).Where(old => old.Purpose == file.Purpose).ToListAsync(ct))
            {
                await Remove("replaced", old, ct);
            }
        }

        return await Write("added", file, ct);
    }

    /// <summary>What was found and not kept: the row is all that stays.</summary>
    internal async Task<StoredFile> AddInfected(ReadyFile file, CancellationToken ct)
    {
        var row = await Write("infected", file, ct);
        row.RemovedAt = row.AddedAt;
        return row;
    }

    internal async Task Remove(string action, StoredFile file, CancellationToken ct)
    {
        file.RemovedAt = clock.GetCurrentInstant();
        file.Note = null;
        file.Version++;
        await lines.Changed(action, file, ct);
        PlanErasing(file.Id);
    }

    /// <summary>The bytes go when the unit has committed, and also when the server dies right after.</summary>
    internal void PlanErasing(FileId file) => due.Plan(EraseBytes.Name, $"{file}/gone", file.Value, 1, clock.GetCurrentInstant());

    internal async Task<int> Rehome(IReadOnlyCollection<StoredFile> files, FileOwner to, CancellationToken ct)
    {
        foreach (var file in files)
        {
            (file.OwnerKind, file.OwnerId) = (to.Kind, to.Id);
            file.Version++;
            await lines.Changed("rehomed", file, ct);
        }

        return files.Count;
    }

    /// <summary>An owner's files that have not been removed, oldest first.</summary>
    internal IQueryable<StoredFile> Live(FileOwner owner) => db.Set<StoredFile>()
        .Where(file => file.OwnerId == owner.Id && file.OwnerKind == owner.Kind && file.RemovedAt == null).OrderBy(file => file.AddedAt).ThenBy(file => file.Id);

    internal KeptFile Shown(StoredFile file) =>
        new(file.Id, file.Purpose, file.ContentType, file.Width, file.Height, file.State, file.AddedAt, vault.OpenOptional(file.Note, FilesTables.Note, file.Id.Value));

    internal IQueryable<FileShelf> Shelf(FileOwner owner) => db.Set<FileShelf>().Where(shelf => shelf.OwnerKind == owner.Kind && shelf.OwnerId == owner.Id);

    private async Task<StoredFile> Write(string action, ReadyFile file, CancellationToken ct)
    {
        var row = new StoredFile
        {
            PracticeId = scope.Practice,
            Id = file.Id,
            OwnerKind = file.Owner.Kind,
            OwnerId = file.Owner.Id,
            Purpose = file.Purpose,
            State = file.State,
            ContentType = file.ContentType,
            Width = file.Width,
            Height = file.Height,
            UploadedSize = file.UploadedSize,
            Size = file.Size,
            Note = vault.SealOptional(file.Note, FilesTables.Note, file.Id.Value),
            AddedAt = clock.GetCurrentInstant(),
        };
        db.Add(row);
        await lines.Changed(action, row, ct);

        if (row.State == FileState.Quarantined)
        {
            due.Plan(ScanAgain.Name, $"{row.Id}", row.Id.Value, 1, row.AddedAt);
        }

        return row;
    }
}
