using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Why a time is not offered. As words (<c>off_grid</c>, …) they stand in <c>overridable[]</c> (api.md).</summary>
public enum SlotObstacle
{
    /// <summary>The provider does not perform this visit here.</summary>
    NotPerformed,

    /// <summary>A patient asked for a type that is booked by the clinic only, or not offered any more.</summary>
    NotOnline,

    InsideNotice,
    BeyondHorizon,

    /// <summary>The provider, a room or a device is taken. The wall decides; nobody overrides.</summary>
    Taken,

    /// <summary>A new patient, and the provider takes none. From here on all are warnings, which staff go past on purpose.</summary>
    NoNewPatients,

    OutsideHours,
    OffGrid,
    KeptWindow,
    TimeOff,
    OverDailyCap,

    /// <summary>The provider would still be on the way from another clinic, or already on the way there.</summary>
    Travel,
}

/// <summary>What stands against a time, and what to take if nothing does.</summary>
public sealed class SlotVerdict
{
    private readonly AppointmentType type;

    internal SlotVerdict(AppointmentType type, IReadOnlyList<SlotObstacle> obstacles, bool staff)
    {
        this.type = type;
        Obstacles = obstacles;
        IsOverridable = staff && obstacles.Count > 0 && obstacles.All(obstacle => obstacle >= SlotObstacle.NoNewPatients);
    }

    /// <summary>Empty when the time is offered.</summary>
    public IReadOnlyList<SlotObstacle> Obstacles { get; }

    public bool IsBookable => Obstacles.Count == 0;

    /// <summary>Nothing but warnings, which staff go past on purpose (domain.md 4). Never true for patients.</summary>
    public bool IsOverridable { get; }

    public bool IsTaken => Obstacles.Contains(SlotObstacle.Taken);

    /// <summary>Local day of the start: what a daily cap counts on.</summary>
    public required LocalDate Day { get; init; }

    public required ProviderId Provider { get; init; }

    public required Instant StartsAt { get; init; }

    /// <summary>Length of the visit, without buffers.</summary>
    public required int Minutes { get; init; }

    /// <summary>Free lanes of the provider, lowest first.</summary>
    public required IReadOnlyList<int> Lanes { get; init; }

    /// <summary>How many lanes the provider has without overbooking.</summary>
    public required int OwnLanes { get; init; }

    /// <summary>For each room or device that is needed, the free ones in the order in which to try them.</summary>
    public required IReadOnlyList<IReadOnlyList<ResourceId>> Rooms { get; init; }

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);

    /// <summary>
    /// What to try at the wall, best first. As rows were read a moment ago, a first try nearly always decides; the others are for a room that was
    /// taken meanwhile. Empty when something is taken throughout.
    /// </summary>
    public IEnumerable<SlotChoice> Choices()
    {
        var tries = Rooms.Select(free => free.Count).Append(Lanes.Count).Max();
        for (var attempt = 0; attempt < tries && Lanes.Count > 0; attempt++)
        {
            var rooms = new List<ResourceId>(Rooms.Count);
            foreach (var free in Rooms)
            {
                var picked = Enumerable.Range(0, free.Count).Select(step => free[(attempt + step) % free.Count]).Where(room => !rooms.Contains(room)).Take(1).ToList();
                rooms.AddRange(picked);
            }

            if (rooms.Count == Rooms.Count)
            {
                yield return new SlotChoice(Lanes[attempt % Lanes.Count], rooms);
            }
        }
    }

    /// <summary>The rows of a choice: the provider for the needed part on one lane, rooms and devices for the whole visit with its buffers.</summary>
    public IReadOnlyList<Reservation> Rows(SlotChoice choice, Clinic clinic, ReservationKind kind, Guid owner, Instant? expires, Ids ids)
    {
        Reservation Row(ResourceId resource, Stretch need, int lane) => new()
        {
            PracticeId = clinic.PracticeId,
            Id = ids.Next<Reservation>(),
            ResourceId = resource,
            ClinicId = clinic.Id,
            LaneFrom = lane,
            LaneTo = lane + 1,
            StartsAt = StartsAt + Duration.FromMinutes(need.From),
            EndsAt = StartsAt + Duration.FromMinutes(need.To),
            Kind = kind,
            OwnerId = owner,
            ExpiresAt = expires,
        };

        var whole = ProviderPlan.RoomNeed(type, Minutes);
        return
        [
            Row(Provider.As<Resource>(), ProviderPlan.ProviderNeed(type, Minutes), choice.Lane),
            .. choice.Resources.Select(resource => Row(resource, whole, lane: 0)),
        ];
    }
}

/// <summary>One way to place a visit.</summary>
/// <param name="Lane">Of the provider.</param>
/// <param name="Resources">Rooms and devices, all different.</param>
public sealed record SlotChoice(int Lane, IReadOnlyList<ResourceId> Resources);
