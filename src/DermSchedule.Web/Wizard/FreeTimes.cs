using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>The free times of the clinic that was entered.</summary>
public sealed class FreeTimes(ClinicFront front, FindSlots.Handler find)
{
    /// <summary>By day; several providers at one start are one time. Days without any are left out.</summary>
    public async Task<IReadOnlyList<FreeDay>> Find(AppointmentTypeId type, PatientKind kind, ProviderId? provider, LocalDate from, LocalDate to, Instant? urgentUntil, CancellationToken ct) =>
        [.. (await All(type, kind, provider, from, to, urgentUntil, ct)).GroupBy(time => time.Start.Date).Select(day => new FreeDay(day.Key, [.. Together(day)]))];

    /// <summary>Each start of each provider, soonest first.</summary>
    /// <param name="type">What for.</param>
    /// <param name="kind">Decides the duration.</param>
    /// <param name="provider">Null means anybody.</param>
    /// <param name="from">First date.</param>
    /// <param name="to">Last date.</param>
    /// <param name="urgentUntil">Of an urgent patient: times kept for such are shown, and none later than this. Null for everybody else.</param>
    /// <param name="ct">Cancels the search.</param>
    public async Task<IReadOnlyList<FreeTime>> All(AppointmentTypeId type, PatientKind kind, ProviderId? provider, LocalDate from, LocalDate to, Instant? urgentUntil, CancellationToken ct)
    {
        var request = new FindSlots.Request { AppointmentTypeId = type, PatientKind = kind, ProviderId = provider, From = from, To = to, Urgent = urgentUntil is not null };

        return (await find.Handle(front.Clinic!.Slug, request, ct)).IsRefused(out _, out var found)
            ? []
            : [.. found.Days.SelectMany(day => day.Slots).Where(slot => urgentUntil is not { } latest || slot.StartsAt <= latest).Select(slot => new FreeTime(slot.StartsAt.InZone(front.Clinic.Zone), slot.ProviderId, 1))];
    }

    /// <summary>One time for each start; without a provider where the patient would get any of several.</summary>
    public static IEnumerable<FreeTime> Together(IEnumerable<FreeTime> times) => times
        .GroupBy(time => time.Start.ToInstant())
        .Select(same => same.ToList())
        .Select(same => same.Count == 1 ? same[0] : same[0] with { Provider = null, Choices = same.Count });
}
