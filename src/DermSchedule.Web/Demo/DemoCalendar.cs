using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Demo;

/// <summary>Books the fortnight at the desk and brings each visit to where it stands today.</summary>
internal sealed class DemoCalendar(ScheduleDb db, BookAtDesk.Handler book, ChangeAppointment.Handler change, TimeProvider clock)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public async Task Fill(DemoPractice practice, DemoPlaces places, IReadOnlyDictionary<string, PatientId> patients, CancellationToken ct)
    {
        foreach (var visit in practice.Visits)
        {
            var booked = await db.Planted(
                await book.Handle(
                    new BookAtDesk.Request
                    {
                        ClinicId = places.Clinics[visit.Clinic],
                        AppointmentTypeId = places.Types[visit.Type],
                        ProviderId = places.Providers[visit.Provider],
                        PatientId = patients[visit.Patient],
                        PatientKind = visit.Kind,
                        Start = StartOf(practice, visit),
                        Source = AppointmentSource.Phone,
                    },
                    ct),
                ct);
            await Bring(booked, visit.Steps, ct);
        }
    }

    private async Task Bring(VisitView visit, IReadOnlyList<AppointmentStatus> steps, CancellationToken ct)
    {
        // A visit less than a day ahead is confirmed as it is booked.
        foreach (var step in steps.Where(step => step != visit.Status))
        {
            var request = new ChangeAppointment.Request { Status = Words.Of(step), Notify = "none" };
            await db.Planted(await change.Handle(visit.Id, request, "*", ct), ct);
        }
    }

    private Instant StartOf(DemoPractice practice, DemoVisit visit)
    {
        var zone = ClinicClock.In(practice.Clinics.First(clinic => clinic.Slug == visit.Clinic).TimeZone);
        var today = zone.DateOf(clock.GetCurrentInstant());
        var days = practice.Providers.First(provider => provider.Key == visit.Provider).Hours.First(week => week.Clinic == visit.Clinic).Days;
        var closed = DemoHolidays.From(today).Select(holiday => holiday.Date).ToHashSet();
        var (first, step, skip) = visit.WorkDay >= 0 ? (today, 1, visit.WorkDay) : (today.PlusDays(-1), -1, -visit.WorkDay - 1);
        var date = Enumerable.Range(0, 120).Select(day => first.PlusDays(day * step))
            .Where(day => days.Contains(day.DayOfWeek) && !closed.Contains(day)).Skip(skip).First();
        return zone.Bound(date + Time.Parse(visit.At).Value);
    }
}
