using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>The starts of one local day, before anything is reserved.</summary>
internal sealed class DayPlan
{
    private DayPlan(LocalDate date, int? offset, DayStarts[] providers) => (Date, OffsetMinutes, Providers) = (date, offset, providers);

    public LocalDate Date { get; }

    /// <summary>Distance of the wall clock from UTC for every visit of the day; null when the clocks change meanwhile.</summary>
    public int? OffsetMinutes { get; }

    /// <summary>By <see cref="ProviderPlan.Index"/>.</summary>
    public DayStarts[] Providers { get; }

    public int Weight => 16 + Providers.Sum(provider => 8 + (provider.Starts.Length * (provider.OpensAt is null ? 1 : 2)));

    public static DayPlan Of(AvailabilityPlan plan, LocalDate date)
    {
        var clock = plan.Clock;
        var (before, day, after) = (new WallDay(clock, date.PlusDays(-1)), new WallDay(clock, date), new WallDay(clock, date.PlusDays(1)));
        var open = plan.ClinicOpen(before, day, after);
        var ends = after.Starts;
        var windows = new List<Window>();
        var starts = new List<(int Start, int OpensAt)>();

        return new DayPlan(date, OffsetOn(clock, date), Array.ConvertAll(plan.Providers, provider =>
        {
            windows.Clear();
            starts.Clear();
            provider.Hours.Collect(before, day, ends, windows);
            var off = provider.OffAround(day.Starts, ends);
            foreach (var window in windows)
            {
                Fill(plan, provider, window, new Stretch(day.Starts, ends), open, off, starts);
            }

            return DayStarts.Of(starts, isSorted: windows.Count == 1);
        }));
    }

    /// <summary>
    /// The window's own grid, anchored at its start before anything is cut out (api.md), as far as the visit lies inside the window, the clinic
    /// is open throughout, and the provider's reserved time touches no time off.
    /// </summary>
    private static void Fill(
        AvailabilityPlan plan, ProviderPlan provider, Window window, Stretch day, List<Stretch> open, List<Stretch> off, List<(int Start, int OpensAt)> starts)
    {
        if (window.Release == Window.Never)
        {
            return;
        }

        var grid = plan.Type.StartGridMinutes;
        var first = window.From >= day.From ? window.From : window.From + ((day.From - window.From + grid - 1) / grid * grid);
        var last = Math.Min(window.To - provider.Minutes, day.To - 1);
        for (var start = first; start <= last; start += grid)
        {
            if (open.Contain(start, start + provider.Minutes) && !off.Overlap(start + provider.Need.From, start + provider.Need.To))
            {
                starts.Add((start, window.Release == Window.Open ? int.MinValue : start - window.Release));
            }
        }
    }

    /// <summary>No zone has ever changed twice, there and back, within two days.</summary>
    private static int? OffsetOn(ClinicClock clock, LocalDate date)
    {
        var from = clock.OnTheWire(clock.StartOf(date)).Offset;
        var to = clock.OnTheWire(clock.StartOf(date.PlusDays(2))).Offset;
        return from == to && from.Seconds % 60 == 0 ? from.Seconds / 60 : null;
    }
}

/// <summary>Starts of one provider on one day, ascending, and from which minute on the asker may have each; null when all are open.</summary>
internal readonly record struct DayStarts(int[] Starts, int[]? OpensAt)
{
    /// <summary>Overlapping windows give the union of their starts; of a start in two windows the more open one counts.</summary>
    public static DayStarts Of(List<(int Start, int OpensAt)> any, bool isSorted)
    {
        if (!isSorted)
        {
            any.Sort();
            var kept = 0;
            for (var i = 0; i < any.Count; i++)
            {
                if (kept == 0 || any[i].Start != any[kept - 1].Start)
                {
                    any[kept++] = any[i];
                }
            }

            any.RemoveRange(kept, any.Count - kept);
        }

        var starts = new int[any.Count];
        int[]? opensAt = null;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = any[i].Start;
            if (any[i].OpensAt != int.MinValue)
            {
                opensAt ??= [.. Enumerable.Repeat(int.MinValue, starts.Length)];
                opensAt[i] = any[i].OpensAt;
            }
        }

        return new DayStarts(starts, opensAt);
    }
}
