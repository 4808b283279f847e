namespace DermSchedule.Data;

/// <summary>
/// Rows that are written once and never changed, by a rule of the database or of ours. They keep the version of the key they were sealed under
/// (domain.md 12).
/// </summary>
internal interface IAppendOnly;
