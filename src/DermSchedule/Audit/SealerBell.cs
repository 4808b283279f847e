namespace DermSchedule.Audit;

/// <summary>Rung after a commit that left unsealed lines.</summary>
public sealed class SealerBell : Bell;
