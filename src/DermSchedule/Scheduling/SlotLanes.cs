namespace DermSchedule.Scheduling;

/// <summary>What is free for one start: lanes of the provider, rooms and devices.</summary>
internal sealed class SlotLanes
{
    private readonly AvailabilityPlan plan;
    private readonly ProviderPlan provider;
    private readonly IReadOnlyList<BusyTime> busy;
    private readonly Stretch need;

    public SlotLanes(AvailabilityPlan plan, ProviderPlan provider, SlotWish wish, int minutes, IReadOnlyList<BusyTime> busy, IReadOnlyList<BusyTime> own)
    {
        (this.plan, this.provider, this.busy) = (plan, provider, busy);

        // Rows round outwards to whole minutes, so a start within a minute does, too.
        var (down, up) = (EpochMinutes.Down(wish.StartsAt), EpochMinutes.Up(wish.StartsAt));
        var part = ProviderPlan.ProviderNeed(plan.Type, minutes);
        var room = ProviderPlan.RoomNeed(plan.Type, minutes);
        need = new Stretch(down + part.From, up + part.To);
        var whole = new Stretch(down + room.From, up + room.To);

        // Overbooking opens more lanes of the provider, never a second visit in a room (domain.md 4).
        var more = wish.Overbook ? plan.Catalog.PoliciesAt(plan.Clinic.Id).OverbookLanes : 0;
        var lanes = (wish.Staff ? Kept(own) : []).Union(Enumerable.Range(0, provider.Lanes + more));
        Free = [.. lanes.Where(lane => !Meets(row => row.LaneFrom <= lane && lane < row.LaneTo))];

        // A visit that is moved stays in the rooms it has, where they are free then too: they were chosen for it, or somebody is in one of them.
        var besides = wish.Preferred.Where(resource => plan.Catalog.IsInUse(resource) && !plan.Rooms.Any(kind => kind.Resources.Contains(resource)));
        var named = (wish.Resources ?? besides).Select(resource => (IReadOnlyList<ResourceId>)(IsFree(resource, whole) ? [resource] : []));
        FreeRooms = wish.Resources is not null
            ? [.. named]
            : [.. plan.Rooms.SelectMany(kind => Enumerable.Repeat<IReadOnlyList<ResourceId>>([.. kind.Resources.Where(resource => IsFree(resource, whole)).OrderByDescending(wish.Preferred.Contains)], kind.Wanted)), .. named];
        HasRooms = FreeRooms.All(free => free.Count > 0)
            && (wish.Resources is not null || plan.Rooms.All(kind => kind.Resources.Count(resource => IsFree(resource, whole)) >= kind.Wanted));
    }

    public IReadOnlyList<int> Free { get; }

    public IReadOnlyList<IReadOnlyList<ResourceId>> FreeRooms { get; }

    private bool HasRooms { get; }

    public IEnumerable<SlotObstacle> Obstacles()
    {
        if (Free.Count == 0 || !HasRooms || Elsewhere(travel: 0))
        {
            yield return SlotObstacle.Taken;
        }
        else if (Elsewhere(provider.Travel))
        {
            yield return SlotObstacle.Travel;
        }
    }

    /// <summary>The lane the visit stands on stays open to it while it begins at the same time, however it was opened.</summary>
    private IEnumerable<int> Kept(IReadOnlyList<BusyTime> own) => own
        .Where(row => row.Resource == provider.Resource && row.Clinic == plan.Clinic.Id && row.StartMinute == need.From).Select(row => row.LaneFrom);

    private bool Elsewhere(int travel) => busy.Any(row =>
        row.Resource == provider.Resource && row.Clinic != plan.Clinic.Id && need.From < row.EndMinute + travel && row.StartMinute - travel < need.To);

    private bool Meets(Func<BusyTime, bool> onLane) => busy.Any(row =>
        row.Resource == provider.Resource && row.Clinic == plan.Clinic.Id && need.Overlaps(row.StartMinute, row.EndMinute) && onLane(row));

    private bool IsFree(ResourceId resource, Stretch whole) => !busy.Any(row => row.Resource == resource && whole.Overlaps(row.StartMinute, row.EndMinute));
}
