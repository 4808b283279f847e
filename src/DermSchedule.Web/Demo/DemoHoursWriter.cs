using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Demo;

/// <summary>Says when the clinics are open and when their providers work.</summary>
internal sealed class DemoHoursWriter(ScheduleDb db, Settings settings, TimeProvider clock)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly IsoDayOfWeek[] WorkDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public async Task Open(DemoClinic demo, ClinicId id, CancellationToken ct)
    {
        var clinic = await db.Set<Clinic>().SingleAsync(row => row.Id == id, ct);
        clinic.Hours = [.. WorkDays.Select(day => Window(day, demo.Opens, demo.Closes))];
        clinic.Holidays = DemoHolidays.From(ClinicClock.In(demo.TimeZone).DateOf(clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
    }

    public async Task Schedule(DemoHours week, ProviderId provider, ClinicId clinic, ClinicClock zone, CancellationToken ct)
    {
        db.Add(new ProviderSchedule
        {
            PracticeId = settings.Practice,
            ProviderId = provider,
            ClinicId = clinic,
            EffectiveFrom = zone.DateOf(clock.GetCurrentInstant()).PlusDays(-60),
            Weekly = [.. week.Days.SelectMany(day => week.Windows.Select(window => Window(day, window.Start, window.End)))],
        });
        await db.SaveChangesAsync(ct);
    }

    private static WeeklyHours Window(IsoDayOfWeek day, string start, string end) => new(day, Minutes(start), Minutes(end));

    private static int Minutes(string time) => (Time.Parse(time).Value.Hour * 60) + Time.Parse(time).Value.Minute;
}
