using DermSchedule.Kernel;
using DermSchedule.Practices;

namespace DermSchedule.Web.Wizard;

/// <summary>Loads the landing page: the clinic, its people, and the nearest free times of the first visit anybody may book.</summary>
public sealed class LandingLoader(ClinicFront front, FreeTimes times, TimeProvider clock)
{
    /// <summary>How far the page looks for the nearest times.</summary>
    private const int DaysAhead = 21;

    private const int Noon = 12;

    /// <summary>The first and the three after it.</summary>
    private const int Shown = 4;

    public async Task<LandingView> Load(CancellationToken ct)
    {
        var clinic = front.Clinic!;
        var now = clock.GetCurrentInstant().InZone(clinic.Zone);
        var types = await front.Types(ct);
        var providers = await front.Providers(null, null, ct);
        var first = types.FirstOrDefault(type => type is { Online: true, Category: Category.Medical }) ?? types.FirstOrDefault(type => type.Online);
        var free = first is null ? [] : await times.All(first.Id, PatientKind.New, null, now.Date, now.Date.PlusDays(DaysAhead), urgentUntil: null, ct);

        return new LandingView(
            clinic,
            first,
            // One of each half day: four times in a row would say the same four times.
            [.. FreeTimes.Together(free).DistinctBy(time => (time.Start.Date, time.Start.Hour < Noon)).Take(Shown)],
            free.GroupBy(time => time.Provider!.Value).ToDictionary(group => group.Key, group => group.First()),
            providers,
            types.Any(type => type is { Online: true, Category: Category.Medical }),
            types.Any(type => type is { Online: true, Category: Category.Cosmetic }),
            types.Any(type => type.Category == Category.Cosmetic),
            front.Hours(),
            Enumerable.Range(0, 7).Select(now.Date.PlusDays).Where(date => front.HolidayOn(date) is not null).ToDictionary(date => date, date => front.HolidayOn(date)!),
            now,
            front.HoldRule);
    }
}
