using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>What the visitor looks at in the time picker; all of it stands in the address, so every link works without scripts.</summary>
/// <param name="Day">The day on show.</param>
/// <param name="Month">The month on show, where no day is.</param>
/// <param name="With">Only this provider's times.</param>
/// <param name="Anyone">Everybody's times, and said so: a page that would begin with one provider does not.</param>
public sealed record PickerQuery(LocalDate? Day, YearMonth? Month, ProviderId? With, bool Anyone = false)
{
    private const string AnyoneWord = "any";

    public static PickerQuery Of(IQueryCollection query) => Of(name => query[name].ToString());

    /// <param name="said">What stands under <c>day</c>, <c>month</c> and <c>with</c>; what is no such thing is as if it were not there.</param>
    public static PickerQuery Of(Func<string, string> said) => new(
        NodaTime.Text.LocalDatePattern.Iso.Parse(said("day")) is { Success: true } day ? day.Value : null,
        NodaTime.Text.YearMonthPattern.Iso.Parse(said("month")) is { Success: true } month ? month.Value : null,
        ProviderId.TryParse(said("with"), null, out var provider) ? provider : null,
        said("with") == AnyoneWord);

    /// <summary>With this provider, unless something else was chosen.</summary>
    public PickerQuery Preferring(ProviderId provider) => With is null && !Anyone ? this with { With = provider } : this;

    /// <summary>Only what lies within reach: an address can say any day at all, and nobody is sent to the year 9999 or to last week.</summary>
    public PickerQuery Within(LocalDate today) => this with
    {
        Day = Day is { } day && day >= today && InReach(day.ToYearMonth(), today) ? day : null,
        Month = Month is { } month && InReach(month, today) ? month : null,
    };

    /// <summary>The same page, looked at like this.</summary>
    public string On(string path)
    {
        var query = new QueryBuilder();

        if (Day is { } day)
        {
            query.Add("day", day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        }

        if (Month is { } month)
        {
            query.Add("month", month.ToString("uuuu-MM", CultureInfo.InvariantCulture));
        }

        if (With is { } with)
        {
            query.Add("with", with.ToString());
        }
        else if (Anyone)
        {
            query.Add("with", AnyoneWord);
        }

        return path + query;
    }

    /// <summary>Whether a visitor can leaf so far.</summary>
    internal static bool InReach(YearMonth month, LocalDate today) =>
        month.CompareTo(today.ToYearMonth()) >= 0 && month.CompareTo(today.ToYearMonth().PlusMonths(PickerView.MonthsAhead)) <= 0;
}

/// <summary>The free times of one visit type around one month.</summary>
/// <param name="Path">The page without its query.</param>
/// <param name="Providers">Who performs the type here.</param>
/// <param name="First">The soonest free time of all.</param>
/// <param name="Days">The days of the month that have free times.</param>
/// <param name="Strip">The same for the scrollable row, and some days more.</param>
/// <param name="Day">The day on show; null when the month has no free time.</param>
/// <param name="Chosen">What the visitor has already: held in the wizard, booked where a visit is moved. It stands among the free times.</param>
public sealed record PickerView(
    string Path,
    DateTimeZone Zone,
    LocalDate Today,
    IReadOnlyList<ProviderPlate> Providers,
    ProviderId? With,
    FreeTime? First,
    YearMonth Month,
    IReadOnlyList<FreeDay> Days,
    IReadOnlyList<FreeDay> Strip,
    LocalDate? Day,
    FreeTime? Chosen)
{
    /// <summary>How far ahead a visitor can leaf.</summary>
    internal const int MonthsAhead = 12;

    /// <summary>The day that was asked for and has no free time; the one on show is the next that has.</summary>
    public LocalDate? Missed { get; init; }

    private PickerQuery Now => new(null, null, With, With is null);

    public IReadOnlyList<FreeTime> Times => Days.FirstOrDefault(day => day.Date == Day)?.Times ?? [];

    public YearMonth? Previous => Month.CompareTo(Today.ToYearMonth()) > 0 ? Month.PlusMonths(-1) : null;

    public YearMonth? Next => Month.CompareTo(Today.ToYearMonth().PlusMonths(MonthsAhead)) < 0 ? Month.PlusMonths(1) : null;

    public string On(LocalDate day) => (Now with { Day = day }).On(Path);

    public string In(YearMonth month) => (Now with { Month = month }).On(Path);

    public string By(ProviderId? provider) => new PickerQuery(Day, Day is null ? Month : null, provider, provider is null).On(Path);

    /// <summary>The weeks of the month, Sunday first; null outside it.</summary>
    public IEnumerable<IReadOnlyList<LocalDate?>> Weeks()
    {
        var first = Month.OnDayOfMonth(1);
        var days = Month.Calendar.GetDaysInMonth(Month.Year, Month.Month);
        var before = (int)first.DayOfWeek % 7;
        return Enumerable.Repeat<LocalDate?>(null, before)
            .Concat(Enumerable.Range(0, days).Select(day => (LocalDate?)first.PlusDays(day)))
            .Concat(Enumerable.Repeat<LocalDate?>(null, (7 - ((before + days) % 7)) % 7))
            .Chunk(7);
    }

    public int TimesOn(LocalDate date) => Days.FirstOrDefault(day => day.Date == date)?.Times.Count ?? 0;

    public ProviderPlate? ProviderOf(ProviderId? id) => Providers.FirstOrDefault(provider => provider.Id == id);
}
