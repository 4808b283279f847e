using DermSchedule.Kernel;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>Loads what the time picker shows: the soonest time of all, and the free days of one month.</summary>
public sealed class PickerLoader(ClinicFront front, FreeTimes times, TimeProvider clock)
{
    /// <summary>The longest range one search takes (api.md).</summary>
    private const int LongestSearch = 92;

    /// <summary>Days that the strip shows beyond its month, so that the end of a month is no dead end.</summary>
    private const int StripReach = 14;

    /// <param name="Type">What for.</param>
    /// <param name="Kind">Decides the duration.</param>
    /// <param name="Path">The page without its query.</param>
    /// <param name="Chosen">What the visitor has already: no search finds it, and it is shown among the free times.</param>
    public sealed record Wish(TypePlate Type, PatientKind Kind, string Path, FreeTime? Chosen)
    {
        /// <summary>Of an urgent patient: nothing later is shown. Null for everybody else.</summary>
        public Instant? UrgentUntil { get; init; }
    }

    public async Task<PickerView> Load(Wish wish, PickerQuery query, CancellationToken ct)
    {
        var zone = front.Clinic!.Zone;
        var today = clock.GetCurrentInstant().InZone(zone).Date;
        query = query.Within(today);
        var providers = await front.Providers(wish.Type.Id, wish.Kind, ct);
        var with = providers.Any(provider => provider.Id == query.With) ? query.With : null;

        var known = today.PlusDays(LongestSearch - 1);
        var ahead = await times.Find(wish.Type.Id, wish.Kind, with, today, known, wish.UrgentUntil, ct);
        var first = ahead.Count > 0 ? ahead[0].Times[0] : null;
        ahead = And(wish.Chosen is { } mine && (with is null || with == mine.Provider) && mine.Start.Date >= today ? mine : null, ahead);
        // Coming back, the visitor sees the day that was chosen.
        var asked = query.Day ?? (query.Month is null ? wish.Chosen?.Start.Date : null);
        // Where that day has nothing, the next one that has: nobody is led to an earlier time than they want, unless there is no later one.
        var wanted = asked is { } none && ahead.All(candidate => candidate.Date != none) ? (ahead.FirstOrDefault(candidate => candidate.Date > none) ?? (none <= known && ahead.Count > 0 ? ahead[^1] : null))?.Date ?? asked : asked;
        var month = query.Month ?? (wanted ?? first?.Start.Date ?? today).ToYearMonth();
        var days = await In(month, ahead, wish, with, today, ct);
        var day = days.Any(candidate => candidate.Date == wanted) ? wanted : days.Count > 0 ? days[0].Date : null;
        var strip = ahead.Where(candidate => candidate.Date >= month.OnDayOfMonth(1) && candidate.Date <= month.OnDayOfMonth(1).PlusMonths(1).PlusDays(StripReach)).ToList();
        return new PickerView(wish.Path, zone, today, providers, with, first, month, days, day is not null && strip.Any(candidate => candidate.Date == day) ? strip : days, day, wish.Chosen)
        {
            Missed = query.Day is { } missed && missed != day ? missed : null,
        };
    }

    private static IReadOnlyList<FreeDay> And(FreeTime? mine, IReadOnlyList<FreeDay> days)
    {
        if (mine is null)
        {
            return days;
        }

        var date = mine.Start.Date;
        var times = days.FirstOrDefault(day => day.Date == date)?.Times ?? [];
        var others = times.Where(time => time.Start.ToInstant() != mine.Start.ToInstant());
        return [.. days.Where(day => day.Date != date).Append(new FreeDay(date, [.. others.Append(mine).OrderBy(time => time.Start.ToInstant())])).OrderBy(day => day.Date)];
    }

    private async Task<IReadOnlyList<FreeDay>> In(YearMonth month, IReadOnlyList<FreeDay> ahead, Wish wish, ProviderId? with, LocalDate today, CancellationToken ct)
    {
        var begin = month.OnDayOfMonth(1);
        var end = begin.PlusMonths(1).PlusDays(-1);
        var known = today.PlusDays(LongestSearch - 1);
        var found = ahead.Where(day => day.Date >= begin && day.Date <= end).ToList();

        // Beyond the first search lies the rest of the month.
        if (end > known)
        {
            found.AddRange(await times.Find(wish.Type.Id, wish.Kind, with, LocalDate.Max(begin, known.PlusDays(1)), end, wish.UrgentUntil, ct));
        }

        return found;
    }
}
