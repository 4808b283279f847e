using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>A block as the desk sees it: of a provider, or of a room or device.</summary>
/// <param name="Id">The block.</param>
/// <param name="ClinicId">Where.</param>
/// <param name="ProviderId">Whose time, or null.</param>
/// <param name="ResourceId">Which room or device, or null.</param>
/// <param name="Start">In the clinic's zone.</param>
/// <param name="End">In the clinic's zone, exclusive.</param>
/// <param name="Reason">Lunch, a meeting.</param>
public sealed record BlockView(Guid Id, ClinicId ClinicId, ProviderId? ProviderId, ResourceId? ResourceId, OffsetDateTime Start, OffsetDateTime End, string Reason)
{
    internal static BlockView Of(Block block, Catalog catalog)
    {
        var clock = ClinicClock.In(catalog.Clinics[block.ClinicId].TimeZone);
        var provider = block.ResourceId.As<Provider>();
        var isProvider = catalog.Providers.ContainsKey(provider);
        return new BlockView(
            block.Id.Value,
            block.ClinicId,
            isProvider ? provider : null,
            isProvider ? null : block.ResourceId,
            clock.OnTheWire(block.StartsAt),
            clock.OnTheWire(block.EndsAt),
            block.Reason);
    }
}
