using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Judges one start of one provider for an attempt to book it, by the same rules as <see cref="Availability.Find"/>, and names what stands
/// against it. Pure; the wall has the last word.
/// </summary>
public static class SlotCheck
{
    /// <param name="plan">Made for the wish's clinic, type, patient kind and urgency.</param>
    /// <param name="wish">What is wanted, and by what right.</param>
    /// <param name="provider">With whom; the wish may leave it open.</param>
    /// <param name="busy">What is taken around the start, see <see cref="AvailabilityPlan.Reach"/> and <see cref="Reach"/>.</param>
    /// <param name="visitsThatDay">What counts against a daily cap already.</param>
    /// <param name="now">Of the injected clock.</param>
    /// <param name="except">Owner of rows that do not count: the hold or visit that is moved.</param>
    public static SlotVerdict Of(
        AvailabilityPlan plan, SlotWish wish, ProviderId provider, IReadOnlyList<BusyTime> busy, int visitsThatDay, Instant now, Guid? except = null)
    {
        var day = plan.Clock.DateOf(wish.StartsAt);
        if (plan.Find(provider) is not { } known)
        {
            return new SlotVerdict(plan.Type, [SlotObstacle.NotPerformed], wish.Staff)
            {
                Day = day,
                Provider = provider,
                StartsAt = wish.StartsAt,
                Minutes = plan.Type.MinutesFor(provider, plan.Kind),
                Lanes = [],
                OwnLanes = 0,
                Rooms = [],
            };
        }

        var minutes = wish.Minutes ?? known.Minutes;
        var others = except is null ? busy : [.. busy.Where(row => row.Owner != except)];
        var lanes = new SlotLanes(plan, known, wish, minutes, others, own: except is null ? [] : [.. busy.Where(row => row.Owner == except)]);
        var obstacles = new List<SlotObstacle>();
        obstacles.AddRange(ForPatients(plan, wish, day, now));
        obstacles.AddRange(SlotHours.Obstacles(plan, known, wish.StartsAt, minutes, now));
        obstacles.AddRange(lanes.Obstacles());

        if (!known.TakesPatient)
        {
            obstacles.Add(SlotObstacle.NoNewPatients);
        }

        if (plan.Type.DailyCap is { } cap && visitsThatDay >= cap)
        {
            obstacles.Add(SlotObstacle.OverDailyCap);
        }

        return new SlotVerdict(plan.Type, obstacles, wish.Staff)
        {
            Day = day,
            Provider = provider,
            StartsAt = wish.StartsAt,
            Minutes = minutes,
            Lanes = lanes.Free,
            OwnLanes = known.Lanes,
            Rooms = lanes.FreeRooms,
        };
    }

    /// <summary>The stretch whose reservations can matter to this wish.</summary>
    public static (Instant From, Instant To) Reach(AvailabilityPlan plan, SlotWish wish)
    {
        var day = plan.Clock.DateOf(wish.StartsAt);
        var (from, to) = plan.Reach(day, day);
        return (from, to + Duration.FromMinutes(wish.Minutes ?? 0));
    }

    /// <summary>What binds patients, never staff (domain.md 4).</summary>
    private static IEnumerable<SlotObstacle> ForPatients(AvailabilityPlan plan, SlotWish wish, LocalDate day, Instant now)
    {
        if (wish.Staff)
        {
            yield break;
        }

        if (!plan.Type.OnlineBookable || !plan.Clinic.Active || !Catalog.IsOffered(plan.Type, plan.Clinic.Id))
        {
            yield return SlotObstacle.NotOnline;
        }

        if (EpochMinutes.Down(wish.StartsAt) < EpochMinutes.Up(now) + plan.Type.MinimumNoticeMinutes)
        {
            yield return SlotObstacle.InsideNotice;
        }

        if (day > plan.Clock.DateOf(now).PlusDays(plan.Type.HorizonDays))
        {
            yield return SlotObstacle.BeyondHorizon;
        }
    }
}
