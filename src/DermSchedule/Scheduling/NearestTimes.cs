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
        var request = new FindSlots.Request
        {
            AppointmentTypeId = wish.Type.Id,
            From = LocalDate.Max(today, day.PlusDays(-Alternatives.DaysAround)),
            To = LocalDate.Max(today, day.PlusDays(Alternatives.DaysAround)),
            PatientKind = wish.Kind,
            Staff = wish.Staff,
            Urgent = wish.Urgent,
        };

        return (await find.Handle(wish.Clinic.Slug, request, ct)).IsRefused(out _, out var found)
            ? []
            : [.. Alternatives.Nearest(found.Days, wish.StartsAt, wish.Provider).Select(slot => SlotOnTheWire.Of(slot, zone))];
    }
}
