using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Demo;

/// <summary>Says when the clinics are open and when their providers work.</summary>
internal sealed class DemoHoursWriter(ScheduleDb db, Settings settings, PracticeHours hours, TimeProvider clock)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly IsoDayOfWeek[] WorkDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly KeptFor ForUrgent = new([], Category: null, PatientKind: null, Access: true, ReleaseHours: 48);

    public async Task Open(DemoClinic demo, ClinicId id, CancellationToken ct)
    {
        IReadOnlyList<WeeklyHours> weekly = [.. WorkDays.Select(day => Window(day, demo.Opens, demo.Closes))];
        await Change(catalog => hours.SetClinicHours(catalog, id, weekly, ct), ct);
        var holidays = DemoHolidays.From(ClinicClock.In(demo.TimeZone).DateOf(clock.GetCurrentInstant()));
        await Change(catalog => hours.SetHolidays(catalog, id, holidays, ct), ct);
    }

    /// <summary>Since two months ago: the visits of the last days lie within it.</summary>
    public Task Schedule(DemoHours week, ProviderId provider, ClinicId clinic, ClinicClock zone, CancellationToken ct)
    {
        var from = zone.DateOf(clock.GetCurrentInstant()).PlusDays(-60);
        IReadOnlyList<WeeklyHours> weekly =
        [
            .. week.Days.SelectMany(day => week.Windows.Select(window => Window(day, window.Start, window.End))),
            .. week.Days.SelectMany(day => week.Access.Select(window => Window(day, window.Start, window.End) with { Kept = ForUrgent })),
        ];
        return Change(catalog => hours.SetSchedule(catalog, provider, clinic, from, to: null, weekly, ct), ct);
    }

    private async Task Change(Func<Catalog, Task<Catalog>> change, CancellationToken ct) =>
        await db.Planted(await settings.Change<Catalog>(async catalog => await change(catalog), ct), ct);

    private static WeeklyHours Window(IsoDayOfWeek day, string start, string end) => new(day, Minutes(start), Minutes(end));

    private static int Minutes(string time) => (Time.Parse(time).Value.Hour * 60) + Time.Parse(time).Value.Minute;
}
