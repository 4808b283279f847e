using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Files;

/// <summary>
/// The room's door: keeps pictures for whoever owns them, and lets go of them. Who may do so for which owner is checked by the caller.
/// </summary>
public sealed class FileCabinet(ScheduleDb db, FileIntake intake, FileRecords records, FileBytes bytes, FileLinks links, Ids ids)
{
    /// <summary>
    /// Does what is slow, outside any unit of work: judges, cleans, scans, seals and writes the bytes away. What is not kept afterwards is swept up.
    /// Refuses with 413, 415, 422 or 429, each saying what is taken.
    /// </summary>
    /// <param name="owner">Whose it will be.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="upload">What was sent.</param>
    /// <param name="note">What was said about it; stored sealed.</param>
    /// <param name="ct">The sender went away.</param>
    public async Task<Result<ReadyFile>> Prepare(FileOwner owner, FilePurpose purpose, Upload upload, string? note, CancellationToken ct)
    {
        if (await records.Full(owner, purpose, uploadedSize: 0, ct) is { } full)
        {
            return full;
        }

        if ((await intake.Take(upload, ct)).IsRefused(out var refusal, out var taken))
        {
            return refusal;
        }

        var picture = taken.Picture;
        var state = taken.Verdict switch { ScanVerdict.Clean => FileState.Clean, ScanVerdict.Infected => FileState.Infected, ScanVerdict.Unreachable => FileState.Quarantined };
        var file = new ReadyFile(ids.Next<StoredFile>(), owner, purpose, state, picture.ContentType, picture.Width, picture.Height, taken.UploadedSize, picture.Content.Length, note);

        if (state == FileState.Infected)
        {
            await db.Write<StoredFile>(async () => await records.AddInfected(file with { Note = null }, ct), ct);
            return FilesRefusals.Infected;
        }

        await records.Announce(file.Id, owner, ct);
        await bytes.Save(file.Id, picture.Content, ct);
        return file;
    }

    /// <summary>Makes a prepared file its owner's; row and audit line commit together, in the caller's unit where there is one.</summary>
    public Task<Result<KeptFile>> Keep(ReadyFile file, CancellationToken ct) => db.Write<KeptFile>(
        async () => (await records.Add(file, ct)).IsRefused(out var refusal, out var row) ? refusal : records.Shown(row),
        ct);

    /// <summary><see cref="Prepare"/> and <see cref="Keep(ReadyFile, CancellationToken)"/> in one; never inside a unit of work.</summary>
    public async Task<Result<KeptFile>> Keep(FileOwner owner, FilePurpose purpose, Upload upload, string? note, CancellationToken ct) =>
        (await Prepare(owner, purpose, upload, note, ct)).IsRefused(out var refusal, out var file) ? refusal : await Keep(file, ct);

    /// <summary>What an owner has, oldest first.</summary>
    public async Task<IReadOnlyList<KeptFile>> Of(FileOwner owner, CancellationToken ct) =>
        [.. (await records.Live(owner).AsNoTracking().ToListAsync(ct)).Select(records.Shown)];

    /// <summary>Lets go of one file: no more to be seen at once, the bytes gone right after the commit. 404 when the owner has no such file.</summary>
    public Task<Result<bool>> Remove(FileOwner owner, FileId id, CancellationToken ct) => db.Write<bool>(
        async () =>
        {
            if (await records.Live(owner).Locked().SingleOrDefaultAsync(file => file.Id == id, ct) is not { } row)
            {
                return Refusals.NotFound;
            }

            await records.Remove("removed", row, ct);
            return true;
        },
        ct);

    /// <summary>Lets go of all an owner has, e.g. when nobody came of it (retention).</summary>
    public Task RemoveAll(FileOwner owner, CancellationToken ct) => db.Write<int>(
        async () =>
        {
            _ = await records.Shelf(owner).Locked().SingleOrDefaultAsync(ct);
            var all = await records.Live(owner).Locked().ToListAsync(ct);

            foreach (var row in all)
            {
                await records.Remove("removed", row, ct);
            }

            return all.Count;
        },
        ct);

    /// <summary>Gives all an owner has to another one: photos of a triage go with the visit it led to.</summary>
    public Task Rehome(FileOwner from, FileOwner to, CancellationToken ct) => db.Write<int>(
        async () =>
        {
            _ = await records.Shelf(from).Locked().SingleOrDefaultAsync(ct);
            return await records.Rehome(await records.Live(from).Locked().ToListAsync(ct), to, ct);
        },
        ct);

    /// <summary>An address of the file for the caller alone, good for a minute.</summary>
    public (string Url, Instant ExpiresAt) Link(FileId id) => links.To(id);
}
