using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The way to every time: online, desk, hold, claim, move. Checks what the clinic offers to say a helpful "no", then asks the wall, which decides
/// (domain.md 3).
/// </summary>
public sealed class SlotTaker(IReservationWall wall, Catalogs catalogs, AvailabilityPlans plans, CapCounts caps, NearestTimes nearest, Ids ids)
{
    /// <summary>No clinic keeps its visits from before; a start there is a slip of the keyboard.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>Nobody plans further ahead.</summary>
    private static readonly Duration Farthest = Duration.FromDays(3660);

    /// <summary>
    /// Takes provider, room and device for <paramref name="owner"/>, all or none. Runs inside the caller's unit; after a refusal the unit holds
    /// nothing new, and what <paramref name="replaces"/> had is still there.
    /// </summary>
    public async Task<Result<TakenSlot>> Take(SlotWish wish, Guid owner, ReservationKind kind, Instant? expires, Guid? replaces, Instant now, CancellationToken ct)
    {
        if (wish.StartsAt < Earliest || wish.StartsAt > now + Farthest)
        {
            return Refusals.Field("start", "Choose a time within the next ten years.");
        }

        if (wish.StartsAt != Instant.FromUnixTimeSeconds(wish.StartsAt.ToUnixTimeSeconds() / 60 * 60))
        {
            return SchedulingRefusals.SlotUnavailable.Saying("Visits start on a whole minute.");
        }

        if (wish.Minutes + wish.Type.BufferBeforeMinutes + wish.Type.BufferAfterMinutes > AppointmentType.LongestMinutes)
        {
            return Refusals.Field("durationMinutes", "A visit and its buffers together take at most a day, 1440 minutes.");
        }

        // The wish was made before this unit began: what it is for may be another thing by now, or gone.
        var before = await catalogs.Current(ct);

        if (wish.In(before).IsRefused(out var gone, out var current))
        {
            return gone;
        }

        wish = current;

        var asked = Candidates(before, wish);

        if (asked.Count == 0)
        {
            return wish.Provider is { } named && !before.Providers.ContainsKey(named)
                ? Refusals.Field("providerId", "Nobody of that name works here.")
                : SchedulingRefusals.SlotUnavailable;
        }

        await wall.LockHours(asked, exclusive: false, ct);
        await LockDay(wish, asked, ct);

        // Read behind the locks: a change of hours that waited for us, or that we waited for, is seen whole.
        var plan = Plan(before, wish);
        var (from, to) = SlotCheck.Reach(plan, wish);
        var busy = await wall.Busy([.. plan.ResourcesFor(wish.Provider).Union(wish.Resources ?? []).Union(wish.Preferred)], from, to, now, ct);

        if (busy.SettingsVersion != before.Version)
        {
            var settled = await catalogs.At(busy.SettingsVersion, ct);
            var uncapped = wish.Type.DailyCap is null;

            if (wish.In(settled).IsRefused(out var withdrawn, out var newer))
            {
                return withdrawn;
            }

            wish = newer;

            if (uncapped)
            {
                await LockDay(wish, asked, ct);
            }

            plan = Plan(settled, wish);
        }

        if (!wish.HasRoomsIn(plan.Catalog))
        {
            return SchedulingRefusals.SlotUnavailable.Saying("This room or device is not in use any more.");
        }

        var day = plan.Clock.DateOf(wish.StartsAt);
        var counts = await caps.Of(wish.Type, plan.Clock, plan.Clock.StartOf(day), plan.Clock.StartOf(day.PlusDays(1)), replaces ?? owner, now, ct);
        var verdicts = asked.Select(provider => SlotCheck.Of(plan, wish, provider, busy.Rows, counts.GetValueOrDefault((provider, day)), now, replaces ?? owner)).ToList();
        return await Try(wish, verdicts, kind, owner, expires, replaces, now, ct) is { } slot ? slot : SlotRefusal.For(wish, verdicts);
    }

    /// <summary>Adds the nearest free times to a time that was taken or is not offered. Called after the unit has been rolled back, when nobody waits for us.</summary>
    public async Task<Result<T>> WithAlternatives<T>(Result<T> result, SlotWish wish, CancellationToken ct) =>
        result.Refusal is { } refusal && (refusal == SchedulingRefusals.SlotTaken || refusal == SchedulingRefusals.SlotUnavailable)
            ? refusal.With("alternatives", await nearest.To(wish, ct))
            : result;

    private AvailabilityPlan Plan(Catalog catalog, SlotWish wish) => plans.For(
        catalog, catalog.Clinics[wish.Clinic.Id], catalog.AppointmentTypes[wish.Type.Id], wish.Kind, wish.Urgent);

    private async Task LockDay(SlotWish wish, List<ProviderId> providers, CancellationToken ct)
    {
        if (wish.Type.DailyCap is not null)
        {
            var day = ClinicClock.In(wish.Clinic.TimeZone).DateOf(wish.StartsAt);

            foreach (var provider in providers)
            {
                await wall.LockDay(provider, day, ct);
            }
        }
    }

    /// <summary>Asks the wall, best choice first. A time that somebody else took since it was read is simply not given.</summary>
    private async Task<TakenSlot?> Try(
        SlotWish wish, List<SlotVerdict> verdicts, ReservationKind kind, Guid owner, Instant? expires, Guid? replaces, Instant now, CancellationToken ct)
    {
        foreach (var verdict in verdicts.Where(verdict => verdict.IsBookable || (wish.Override && verdict.IsOverridable)))
        {
            foreach (var choice in verdict.Choices())
            {
                var rows = verdict.Rows(choice, wish.Clinic, kind, owner, expires, ids);

                if (replaces is { } old ? await wall.Replace(old, rows, now, ct) : await wall.Take(rows, now, ct))
                {
                    return new TakenSlot(verdict.Provider, verdict.StartsAt, verdict.EndsAt, choice.Resources, Overridden: !verdict.IsBookable, Overbooked: choice.Lane >= verdict.OwnLanes);
                }
            }
        }

        return null;
    }

    private static List<ProviderId> Candidates(Catalog catalog, SlotWish wish) =>
    [
        .. catalog.ProvidersFor(wish.Type, wish.Clinic.Id, wish.Staff ? null : wish.Kind)
            .Select(provider => provider.Id)
            .Where(provider => wish.Provider is null || provider == wish.Provider),
    ];
}
