using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Judges a start against hours, grid, kept windows and time off.</summary>
internal static class SlotHours
{
    public static IEnumerable<SlotObstacle> Obstacles(AvailabilityPlan plan, ProviderPlan provider, Instant startsAt, int minutes, Instant now)
    {
        var date = plan.Clock.DateOf(startsAt);
        var (before, day, after) = (new WallDay(plan.Clock, date.PlusDays(-1)), new WallDay(plan.Clock, date), new WallDay(plan.Clock, date.PlusDays(1)));
        var start = EpochMinutes.Down(startsAt);

        // A visit that begins within a minute also ends within one.
        var end = EpochMinutes.Up(startsAt) + minutes;
        var need = ProviderPlan.ProviderNeed(plan.Type, minutes);

        if (provider.OffAround(day.Starts, after.Starts + minutes).Overlap(start + need.From, start + need.To))
        {
            yield return SlotObstacle.TimeOff;
        }

        var windows = new List<Window>();
        provider.Hours.Collect(before, day, after.Starts, windows);
        windows.RemoveAll(window => start < window.From || end > window.To);

        if (windows.Count == 0 || !plan.ClinicOpen(before, day, after).Contain(start, end))
        {
            yield return SlotObstacle.OutsideHours;
            yield break;
        }

        foreach (var obstacle in InHours(plan, windows, startsAt, now))
        {
            yield return obstacle;
        }
    }

    /// <summary>The most open of the windows that contain the visit decides.</summary>
    private static IEnumerable<SlotObstacle> InHours(AvailabilityPlan plan, List<Window> windows, Instant startsAt, Instant now)
    {
        var start = EpochMinutes.Down(startsAt);
        var minute = EpochMinutes.Down(now);
        var onGrid = windows.FindAll(window => EpochMinutes.ToInstant(start) == startsAt && (start - window.From) % plan.Type.StartGridMinutes == 0);

        if (onGrid.Count == 0)
        {
            yield return SlotObstacle.OffGrid;
        }

        if (!(onGrid.Count > 0 ? onGrid : windows).Exists(window => window.IsOpen(start, minute)))
        {
            yield return SlotObstacle.KeptWindow;
        }
    }
}
