using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>A window of hours on a day, anchor of its own grid of starts.</summary>
/// <param name="From">Minute of the window's start.</param>
/// <param name="To">Minute of its end.</param>
/// <param name="Release">Minutes before a start from which the asker may have it; <see cref="Open"/> or <see cref="Never"/>.</param>
internal readonly record struct Window(int From, int To, int Release)
{
    /// <summary>Not kept, or kept for this very asker.</summary>
    public const int Open = int.MaxValue;

    /// <summary>Kept for others and never released.</summary>
    public const int Never = -1;

    /// <summary>Whether a start is open to the asker at that minute.</summary>
    public bool IsOpen(int start, int now) => Release == Open || (Release >= 0 && start - Release <= now);
}

/// <summary>What one asker is for kept windows (domain.md 4).</summary>
internal sealed record Asker(AppointmentType Type, PatientKind Kind, bool Urgent)
{
    public int ReleaseOf(KeptFor? kept)
    {
        var isForUs = kept is null
            || ((kept.AppointmentTypeIds.Count == 0 || kept.AppointmentTypeIds.Contains(Type.Id))
                && (kept.Category is not { } category || category == Type.Category)
                && (kept.PatientKind is not { } kind || kind == Kind)
                && (!kept.Access || Urgent));

        return isForUs ? Window.Open : kept!.ReleaseHours * 60 ?? Window.Never;
    }
}

/// <summary>The hours of one provider at one clinic as an asker meets them: weekly rules by date, overrides, extra sessions.</summary>
internal sealed class ProviderHours
{
    private readonly ProviderSchedule[] newestFirst;
    private readonly Dictionary<LocalDate, DateOverride> overrides;
    private readonly Window[] extraSessions;
    private readonly Asker asker;

    public ProviderHours(Asker asker, IEnumerable<ProviderSchedule> schedules, IEnumerable<DateOverride> overrides, IEnumerable<ProviderException> extraSessions)
    {
        this.asker = asker;
        newestFirst = [.. schedules.OrderByDescending(schedule => schedule.EffectiveFrom)];
        this.overrides = overrides.ToDictionary(day => day.Date);

        // A part of a minute at either end is no time to work in.
        this.extraSessions = [.. extraSessions.Select(extra => new Window(EpochMinutes.Up(extra.StartsAt), EpochMinutes.Down(extra.EndsAt), Window.Open))];
    }

    /// <summary>
    /// Every window in which a visit that begins on <paramref name="day"/> may lie: those that start on it, those of the day before that run
    /// past midnight (they follow the rule of the day they start on), and extra sessions.
    /// </summary>
    public void Collect(WallDay before, WallDay day, int dayEnds, List<Window> windows)
    {
        Add(before, day.Starts, windows);
        Add(day, day.Starts, windows);
        foreach (var extra in extraSessions)
        {
            if (extra.From < dayEnds && day.Starts < extra.To)
            {
                windows.Add(extra);
            }
        }
    }

    private void Add(WallDay day, int after, List<Window> windows)
    {
        var weekday = day.Date.DayOfWeek;
        var isOverridden = overrides.TryGetValue(day.Date, out var replaced);
        foreach (var hours in isOverridden ? replaced!.Windows : WeeklyOn(day.Date))
        {
            if (!isOverridden && hours.Day != weekday)
            {
                continue;
            }

            // A window that the spring change swallows ends before it starts.
            var window = new Window(day.At(hours.Start), day.At(hours.Start + hours.Minutes), asker.ReleaseOf(hours.Kept));
            if (window.From < window.To && window.To > after)
            {
                windows.Add(window);
            }
        }
    }

    /// <summary>A schedule holds until its last day or until a later one begins; an earlier one never comes back (domain.md 4).</summary>
    private IReadOnlyList<WeeklyHours> WeeklyOn(LocalDate date)
    {
        foreach (var schedule in newestFirst)
        {
            if (schedule.EffectiveFrom <= date)
            {
                return schedule.EffectiveTo is { } last && last < date ? [] : schedule.Weekly;
            }
        }

        return [];
    }
}
