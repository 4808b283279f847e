using NodaTime;

namespace DermSchedule.Jobs;

/// <summary>Demo mode: a clock that can be moved forward, and invented practices. Never in Production (api.md).</summary>
/// <param name="Enabled">Default: true in Development.</param>
/// <param name="Now">The instant at which the clock of a new database starts; null means the real one.</param>
public sealed record DemoOptions(bool Enabled, Instant? Now = null);
