using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>The free times of the clinic that was entered.</summary>
public sealed class FreeTimes(ClinicFront front, FindSlots.Handler find)
{
    /// <summary>By day; several providers at one start are one time. Days without any are left out.</summary>
    public async Task<IReadOnlyList<FreeDay>> Find(AppointmentTypeId type, PatientKind kind, ProviderId? provider, LocalDate from, LocalDate to, CancellationToken ct) =>
        [.. (await All(type, kind, provider, from, to, ct)).GroupBy(time => time.Start.Date).Select(day => new FreeDay(day.Key, [.. Together(day)]))];

    /// <summary>Each start of each provider, soonest first.</summary>
    public async Task<IReadOnlyList<FreeTime>> All(AppointmentTypeId type, PatientKind kind, ProviderId? provider, LocalDate from, LocalDate to, CancellationToken ct)
    {
        var request = new FindSlots.Request { AppointmentTypeId = type, PatientKind = kind, ProviderId = provider, From = from, To = to };

        return (await find.Handle(front.Clinic!.Slug, request, ct)).IsRefused(out _, out var found)
            ? []
            : [.. found.Days.SelectMany(day => day.Slots).Select(slot => new FreeTime(slot.StartsAt.InZone(front.Clinic.Zone), slot.ProviderId, 1))];
    }

    /// <summary>One time for each start; without a provider where the patient would get any of several.</summary>
    public static IEnumerable<FreeTime> Together(IEnumerable<FreeTime> times) => times
        .GroupBy(time => time.Start.ToInstant())
        .Select(same => same.ToList())
        .Select(same => same.Count == 1 ? same[0] : same[0] with { Provider = null, Choices = same.Count });
}
