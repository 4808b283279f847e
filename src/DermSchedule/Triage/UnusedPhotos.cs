using DermSchedule.Data;
using DermSchedule.Files;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>Deletes the photos of answers that led to no visit, after 30 days *(policy)* (domain.md 14): nobody will look at them, and nobody should be able to.</summary>
public sealed class UnusedPhotos(ScheduleDb db, FileCabinet files) : IDueHandler
{
    public const string Due = "triage.photos_unused";

    public string Kind => Due;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new TriageId(row.SubjectId);

        if (await db.Set<TriageRecord>().Locked().SingleOrDefaultAsync(record => record.Id == id, ct) is { Visit: null })
        {
            await files.RemoveAll(FileOwner.Of(id), ct);
        }
    }
}
