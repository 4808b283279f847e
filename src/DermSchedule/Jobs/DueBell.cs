namespace DermSchedule.Jobs;

/// <summary>Rung after a commit that left a row which is due already.</summary>
public sealed class DueBell : Bell;
