using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>What somebody searches for in a plan.</summary>
/// <param name="From">First local date of a start.</param>
/// <param name="To">Last one, inclusive.</param>
/// <param name="Now">Of the injected clock.</param>
public sealed record AvailabilityQuestion(LocalDate From, LocalDate To, Instant Now)
{
    /// <summary>Null means anybody.</summary>
    public ProviderId? Provider { get; init; }

    /// <summary>Notice, horizon and online-bookable bind patients, never staff (domain.md 4).</summary>
    public bool Staff { get; init; }
}

/// <summary>A free time: minutes since the Unix epoch, without buffers.</summary>
public readonly record struct FreeSlot(int StartMinute, int EndMinute, ProviderId ProviderId)
{
    public Instant StartsAt => EpochMinutes.ToInstant(StartMinute);

    public Instant EndsAt => EpochMinutes.ToInstant(EndMinute);
}

/// <summary>The free times of one local date, by start, then provider. Never empty.</summary>
/// <param name="Date">On which they start.</param>
/// <param name="Slots">In order.</param>
/// <param name="OffsetMinutes">Distance of the wall clock from UTC all day; null when the clocks change.</param>
public sealed record FreeDay(LocalDate Date, IReadOnlyList<FreeSlot> Slots, int? OffsetMinutes);

/// <summary>
/// Answers "when can such a visit start?" (domain.md 4) as a pure function of the settings, what is taken, and now. Days and providers are
/// walked once over sorted integers; nothing here knows a time zone or a database.
/// </summary>
public static class Availability
{
    /// <summary>Staff may plan this far ahead; a question beyond it is a slip of the keyboard.</summary>
    private const int FarthestDaysForStaff = 3660;

    /// <param name="plan">For whom, what and where.</param>
    /// <param name="question">Which days.</param>
    /// <param name="busy">What is taken of <see cref="AvailabilityPlan.Resources"/> within <see cref="AvailabilityPlan.Reach"/>, by resource, then start.</param>
    /// <param name="visits">Visits and live holds of the type on each provider's local day; needed for types with a daily cap only.</param>
    public static IReadOnlyList<FreeDay> Find(
        AvailabilityPlan plan, AvailabilityQuestion question, IReadOnlyList<BusyTime> busy, IReadOnlyDictionary<(ProviderId Provider, LocalDate Day), int>? visits = null)
    {
        if (!question.Staff && !plan.Type.OnlineBookable)
        {
            return [];
        }

        var days = new List<FreeDay>();
        var (first, last) = Within(plan, question);
        if (first > last)
        {
            return days;
        }

        var taken = new BusyStarts(plan, busy);
        var searched = plan.Providers
            .Where(provider => provider.TakesPatient && (question.Provider is null || provider.Id == question.Provider))
            .Select(provider => new Search(provider, taken.Of(provider))).ToArray();
        var now = new Moment(plan, question);
        var found = new List<long>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var day = plan.Day(date);
            found.Clear();
            foreach (var search in searched)
            {
                if (plan.Type.DailyCap is not { } cap || (visits?.GetValueOrDefault((search.Provider.Id, date)) ?? 0) < cap)
                {
                    search.Collect(day.Providers[search.Provider.Index], now, found);
                }
            }

            if (found.Count > 0)
            {
                days.Add(new FreeDay(date, InOrder(plan, found, searched.Length), day.OffsetMinutes));
            }
        }

        return days;
    }

    /// <summary>The asked days as far as something can be free on them: not past, not beyond the horizon (whole local days).</summary>
    internal static (LocalDate First, LocalDate Last) Within(AvailabilityPlan plan, AvailabilityQuestion question)
    {
        var today = plan.Clock.DateOf(question.Now);
        var last = today.PlusDays(question.Staff ? FarthestDaysForStaff : plan.Type.HorizonDays);
        return (LocalDate.Max(question.From, today), LocalDate.Min(question.To, last));
    }

    private static FreeSlot[] InOrder(AvailabilityPlan plan, List<long> found, int providers)
    {
        if (providers > 1)
        {
            found.Sort();
        }

        var slots = new FreeSlot[found.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var (start, provider) = Search.Unpack(found[i]);
            slots[i] = new FreeSlot(start, start + plan.Providers[provider].Minutes, plan.Providers[provider].Id);
        }

        return slots;
    }
}
