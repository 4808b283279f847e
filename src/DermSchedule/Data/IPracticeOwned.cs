namespace DermSchedule.Data;

/// <summary>A row of one practice. <see cref="ScheduleDb"/> filters, keys and guards every such type by it.</summary>
public interface IPracticeOwned
{
    PracticeId PracticeId { get; }
}
