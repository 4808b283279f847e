using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Patients;

/// <summary>
/// Says that a record with this name and birth date is being made, or was once. Its unique key serializes those who book for the same new patient
/// at the same instant: without it both would find nothing and make a record each. Never read back.
/// </summary>
public sealed class IdentityClaim : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required byte[] IdentityIndex { get; init; }

    /// <summary>Claims the identity until the end of the unit. True when somebody had claimed it before and is done: look again.</summary>
    internal static async Task<bool> WasThere(ScheduleDb db, PracticeId practice, byte[] identity, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO patients_identities (practice_id, identity_index) VALUES ({practice.Value}, {identity}) ON CONFLICT DO NOTHING", ct) == 0;
}
