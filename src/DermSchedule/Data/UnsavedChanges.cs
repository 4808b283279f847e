namespace DermSchedule.Data;

/// <summary>
/// A unit of work starts with an empty tracker, and may be run again with an empty one. What was changed before it would be lost then, so it is
/// refused from the start.
/// </summary>
internal static class UnsavedChanges
{
    public static void Refuse(ScheduleDb db)
    {
        if (db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Load and change inside the unit of work: what was changed before it would be lost when it is repeated.");
        }
    }
}
