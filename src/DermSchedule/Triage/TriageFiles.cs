using DermSchedule.Data;
using DermSchedule.Files;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Triage;

/// <summary>Says of a triage where it belongs, for the photos it has. Whose they are is known when a visit came of it.</summary>
internal sealed class TriageFiles(ScheduleDb db) : IFileOwners
{
    public FileOwnerKind Kind => FileOwnerKind.Triage;

    public Task<OwnerPlace?> Find(Guid owner, CancellationToken ct)
    {
        var id = new TriageId(owner);
        return db.Set<TriageRecord>().AsNoTracking().Where(record => record.Id == id).Select(record => new OwnerPlace(record.ClinicId, record.Patient)).SingleOrDefaultAsync(ct);
    }
}
