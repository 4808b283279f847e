namespace DermSchedule.Scheduling;

/// <summary>
/// The reservations turned round: for each provider the stretches in which no visit may start. A visit that reserves
/// <c>[start + need.From, start + need.To)</c> meets a row <c>[a, b)</c> exactly when its start lies in <c>[a - need.To + 1, b - need.From)</c>,
/// so one pass over sorted lists replaces a test per start.
/// </summary>
internal sealed class BusyStarts
{
    private readonly AvailabilityPlan plan;
    private readonly BusyTime[] rows;
    private readonly Dictionary<ResourceId, (int From, int Count)> byResource = [];
    private readonly Dictionary<int, List<Stretch>> roomsByLength = [];

    public BusyStarts(AvailabilityPlan plan, IReadOnlyList<BusyTime> busy)
    {
        this.plan = plan;
        rows = [.. busy];
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || rows[i].Resource != rows[i - 1].Resource)
            {
                byResource.Add(rows[i].Resource, (i, 0));
            }

            var known = byResource[rows[i].Resource];
            byResource[rows[i].Resource] = known with { Count = known.Count + 1 };
        }
    }

    /// <summary>Where no visit with this provider may start.</summary>
    public List<Stretch> Of(ProviderPlan provider)
    {
        var taken = Stretches.Either(AllLanes(provider), Elsewhere(provider));
        return plan.Rooms.Length == 0 ? taken : Stretches.Either(taken, Rooms(provider.Minutes));
    }

    private ReadOnlySpan<BusyTime> RowsOf(ResourceId resource) =>
        byResource.TryGetValue(resource, out var part) ? rows.AsSpan(part.From, part.Count) : [];

    /// <summary>A visit takes one lane: it may not start where each of them is taken.</summary>
    private List<Stretch> AllLanes(ProviderPlan provider)
    {
        var all = Lane(provider, 0);
        for (var lane = 1; lane < provider.Lanes && all.Count > 0; lane++)
        {
            all = Stretches.Both(all, Lane(provider, lane));
        }

        return all;
    }

    private List<Stretch> Lane(ProviderPlan provider, int lane)
    {
        var mine = RowsOf(provider.Resource);
        var taken = new List<Stretch>(mine.Length);
        foreach (ref readonly var row in mine)
        {
            if (row.LaneFrom <= lane && lane < row.LaneTo && row.Clinic == plan.Clinic.Id)
            {
                Block(taken, row, provider.Need, around: 0);
            }
        }

        return taken;
    }

    /// <summary>Nobody is in two clinics at once, whatever the lane, nor on the way between them.</summary>
    private List<Stretch> Elsewhere(ProviderPlan provider)
    {
        List<Stretch>? taken = null;
        foreach (ref readonly var row in RowsOf(provider.Resource))
        {
            if (row.Clinic != plan.Clinic.Id)
            {
                Block(taken ??= [], row, provider.Need, provider.Travel);
            }
        }

        return taken ?? [];
    }

    /// <summary>Where some kind of room has too few free. Depends on the length of the visit only.</summary>
    private List<Stretch> Rooms(int minutes)
    {
        if (!roomsByLength.TryGetValue(minutes, out var taken))
        {
            var need = ProviderPlan.RoomNeed(plan.Type, minutes);
            taken = [];
            foreach (var kind in plan.Rooms)
            {
                var each = Array.ConvertAll(kind.Resources, resource => Room(resource, need));
                taken = Stretches.Either(taken, Stretches.AtLeast(kind.Resources.Length - kind.Wanted + 1, each));
            }

            roomsByLength[minutes] = taken;
        }

        return taken;
    }

    private List<Stretch> Room(ResourceId resource, Stretch need)
    {
        var mine = RowsOf(resource);
        var taken = new List<Stretch>(mine.Length);
        foreach (ref readonly var row in mine)
        {
            Block(taken, row, need, around: 0);
        }

        return taken;
    }

    private static void Block(List<Stretch> taken, in BusyTime row, Stretch need, int around)
    {
        if (row.StartMinute < row.EndMinute)
        {
            taken.Join(row.StartMinute - around - need.To + 1, row.EndMinute + around - need.From);
        }
    }
}
