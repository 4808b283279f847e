namespace DermSchedule.Web.Hosting;

/// <summary>
/// Fills an empty database with invented practices. Called at every start of demo mode, one process at a time, after the demo clock is set; it leaves
/// alone what is there already.
/// </summary>
internal interface IDemoSeed
{
    Task Plant(CancellationToken ct);
}
