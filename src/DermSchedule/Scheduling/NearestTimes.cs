using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Finds the three closest free times to one that was lost, as somebody with the same rights would be offered them.</summary>
public sealed class NearestTimes(FindSlots.Handler find, TimeProvider clock)
{
    public async Task<IReadOnlyList<SlotOnTheWire>> To(SlotWish wish, CancellationToken ct)
    {
        var zone = ClinicClock.In(wish.Clinic.TimeZone);
        var day = zone.DateOf(wish.StartsAt);
        var today = zone.DateOf(clock.GetCurrentInstant());

        // Nothing later than urgent answers allow is offered in its place (R-TR-5).
        var latest = wish is { Urgent: true, Staff: false } ? UrgentRule.Latest(wish.Triage!) : Instant.MaxValue;

        // Many lose the same time at the same moment, and each asks: a few days cost a fraction of two weeks.
        var (nearest, closest) = await Around(Alternatives.DaysFirst);

        if (!closest)
        {
            (nearest, _) = await Around(Alternatives.DaysAround);
        }

        return [.. nearest.Select(slot => SlotOnTheWire.Of(slot, zone))];

        static IReadOnlyList<FreeDay> Until(IReadOnlyList<FreeDay> days, Instant latest) => latest == Instant.MaxValue
            ? days
            : [.. days.Select(day => day with { Slots = [.. day.Slots.Where(slot => slot.StartsAt <= latest)] }).Where(day => day.Slots.Count > 0)];

        async Task<(IReadOnlyList<FreeSlot> Nearest, bool Closest)> Around(int days)
        {
            var (from, to) = (LocalDate.Max(today, day.PlusDays(-days)), LocalDate.Max(today, day.PlusDays(days)));
            var request = new FindSlots.Request { AppointmentTypeId = wish.Type.Id, From = from, To = to, PatientKind = wish.Kind, Staff = wish.Staff, Urgent = wish.Urgent };

            if ((await find.Handle(wish.Clinic.Slug, request, ct)).IsRefused(out _, out var found))
            {
                return ([], true);
            }

            var slots = Alternatives.Nearest(Until(found.Days, latest), wish.StartsAt, wish.Provider);
            return (slots, Alternatives.AreClosest(slots, wish.StartsAt, from == today ? null : zone.StartOf(from), zone.StartOf(to.PlusDays(1))));
        }
    }
}
