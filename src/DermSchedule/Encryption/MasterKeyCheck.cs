using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Encryption;

/// <summary>Whether this is the key of this database. Asked once at the start, when the tables are there and before anybody is served.</summary>
public static class MasterKeyCheck
{
    /// <summary>Refuses the start when the database knows another master key than <paramref name="master"/>.</summary>
    public static async Task Refuse(ScheduleDb db, MasterKey master, CancellationToken ct)
    {
        var other = await db.Set<WrappedKey>().AsNoTracking().Where(key => key.MasterKeyId != master.Id).Select(key => key.MasterKeyId).OrderBy(id => id).FirstOrDefaultAsync(ct);

        if (other is not null)
        {
            throw new StartRefusedException($"Keys__MasterKeyFile holds the key {master.Id}, and this database was sealed with the key {other}: point the setting to that file.");
        }
    }
}
