using DermSchedule.Practices;
using DermSchedule.Triage;

namespace DermSchedule.Scheduling;

/// <summary>Says whether an urgent patient finds a time, access slots counted (domain.md 4 and 6).</summary>
public sealed class UrgentTimes(FindSlots.Handler find, TimeProvider clock) : IUrgentTimes
{
    public async Task<bool> HasOne(Clinic clinic, IReadOnlyList<AppointmentTypeId> types, PatientKind kind, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var zone = ClinicClock.In(clinic.TimeZone);

        foreach (var type in types)
        {
            var request = new FindSlots.Request { AppointmentTypeId = type, From = zone.DateOf(now), To = zone.DateOf(now + Triages.GoodFor), PatientKind = kind, Urgent = true };

            if ((await find.Handle(clinic.Slug, request, ct)).IsRefused(out _, out var found))
            {
                continue;
            }

            // The last day is not whole: a time after the fortnight does not help.
            if (found.FirstAvailable?.StartsAt <= now + Triages.GoodFor)
            {
                return true;
            }
        }

        return false;
    }
}
