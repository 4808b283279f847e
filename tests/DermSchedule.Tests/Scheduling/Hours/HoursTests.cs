using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling.Hours;

/// <summary>What tests of hours share: a clinic with the hours' use cases, and visits that stand in it.</summary>
public abstract class HoursTests : ClinicTests
{
    protected static readonly ClinicClock NewYork = ClinicClock.In(DefaultPractice.Zone);
    private static readonly Ids Ids = new(TimeProvider.System);

    /// <summary>With the adapters of the host.</summary>
    protected static Task<TestClinic> Open(Engine engine) => OpenClinic(engine, services =>
    {
        Visits.Host(services);
        services.AddHours();
    });

    /// <summary>At this wall time in March 2027 in New York; the 1st is a Monday.</summary>
    protected static Instant March(int day, int hour, int minute = 0) => NewYork.Bound(new LocalDateTime(2027, 3, day, hour, minute));

    /// <summary>A visit of half an hour that stands in the book.</summary>
    protected static async Task<AppointmentId> Stands(
        TestClinic clinic, Instant start, ProviderId? provider = null, AppointmentStatus status = AppointmentStatus.Pending, ResourceId? room = null)
    {
        var id = Ids.Next<Appointment>();
        var with = provider ?? DefaultPractice.Avery;
        await clinic.Has(new Appointment
        {
            PracticeId = DefaultPractice.Practice,
            Id = id,
            ClinicId = DefaultPractice.Clinic,
            ProviderId = with,
            AppointmentTypeId = DefaultPractice.SkinCheck,
            PatientId = Ids.Next<DermSchedule.Patients.Patient>(),
            PatientKind = PatientKind.New,
            Status = status,
            StartsAt = start,
            EndsAt = start + Duration.FromMinutes(30),
            PromisedWall = NewYork.WallOf(start),
            ResourceIds = room is { } used ? [used] : [],
            Source = AppointmentSource.Phone,
            BookedAt = clinic.Now,
            ChangedAt = clinic.Now,
            Language = "en",
        });
        await clinic.Takes([Rows.Of(with.As<Resource>(), start, owner: id.Value), .. room is { } taken ? new[] { Rows.Of(taken, start, owner: id.Value) } : []]);
        return id;
    }

    protected static HoursWindow Window(IsoDayOfWeek? day, string start, string end) => new() { Day = day, Start = start, End = end };

    protected static IEnumerable<AppointmentId> Of(IReadOnlyList<AffectedVisit> affected) => affected.Select(visit => visit.AppointmentId);
}
