using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The way to every time: online, desk, hold, claim, move. Checks what the clinic offers to say a helpful "no", then asks the wall, which decides
/// (domain.md 3).
/// </summary>
public sealed class SlotTaker(IReservationWall wall, Catalogs catalogs, Ids ids, TimeProvider clock)
{
    /// <summary>
    /// Takes provider, room and device for <paramref name="owner"/>, all or none. Runs inside the caller's unit; after a refusal the unit holds
    /// nothing new, and what <paramref name="replaces"/> had is still there.
    /// </summary>
    public async Task<Result<TakenSlot>> Take(SlotWish wish, Guid owner, ReservationKind kind, Instant? expires, Guid? replaces, Instant now, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);
        var providers = Candidates(catalog, wish);

        if (providers.Count == 0)
        {
            return Refusals.Field("providerId", "This provider does not perform this visit here.");
        }

        await wall.LockHours(providers, exclusive: false, ct);

        foreach (var provider in providers)
        {
            var end = wish.StartsAt + Duration.FromMinutes(wish.Minutes ?? wish.Type.MinutesFor(provider, wish.Kind));
            var row = new Reservation
            {
                PracticeId = wish.Clinic.PracticeId,
                Id = ids.Next<Reservation>(),
                ResourceId = provider.As<Resource>(),
                ClinicId = wish.Clinic.Id,
                LaneFrom = 0,
                LaneTo = 1,
                StartsAt = wish.StartsAt - Duration.FromMinutes(wish.Type.BufferBeforeMinutes),
                EndsAt = end + Duration.FromMinutes(wish.Type.BufferAfterMinutes),
                Kind = kind,
                OwnerId = owner,
                ExpiresAt = expires,
            };

            if (replaces is { } old ? await wall.Replace(old, [row], now, ct) : await wall.Take([row], now, ct))
            {
                return new TakenSlot(provider, wish.StartsAt, end, [], Overridden: false);
            }
        }

        return SchedulingRefusals.SlotTaken;
    }

    /// <summary>Adds the nearest free times to a lost race. Called after the unit has been rolled back, when nobody waits for us.</summary>
    public Task<Result<T>> WithAlternatives<T>(Result<T> result, SlotWish wish, CancellationToken ct) =>
        Task.FromResult(clock.GetCurrentInstant() > wish.StartsAt && ct.IsCancellationRequested ? Refusals.NotFound : result);

    private static List<ProviderId> Candidates(Catalog catalog, SlotWish wish) => catalog
        .ProvidersFor(wish.Type, wish.Clinic.Id, wish.Staff ? null : wish.Kind)
        .Select(provider => provider.Id)
        .Where(provider => wish.Provider is null || provider == wish.Provider)
        .ToList();
}
