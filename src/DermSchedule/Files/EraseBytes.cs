using DermSchedule.Data;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Files;

/// <summary>Makes bytes go that are nobody's: of a file that was removed or found infected, or of an upload that came to nothing.</summary>
internal sealed class EraseBytes(ScheduleDb db, FileBytes bytes) : IDueHandler
{
    public const string Name = "file.erase";

    public string Kind => Name;

    public bool ActsOutside => true;

    public async Task Handle(DueRow row, CancellationToken ct)
    {
        var id = new FileId(row.SubjectId);

        if (!await db.Set<StoredFile>().AnyAsync(file => file.Id == id && file.RemovedAt == null && file.State != FileState.Infected, ct))
        {
            await bytes.Erase(id, ct);
        }
    }
}
