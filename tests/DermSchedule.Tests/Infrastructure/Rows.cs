using DermSchedule.Practices;
using DermSchedule.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>Reservations as a test needs them, and the units of work that take them.</summary>
public static class Rows
{
    private static readonly Ids Ids = new(TimeProvider.System);

    /// <summary>An appointment of half an hour with an owner of its own, on the first lane of the default clinic, unless the test says otherwise.</summary>
    public static Reservation Of(ProviderId provider, Instant startsAt, Duration? lasting = null, int lane = 0, ClinicId? clinic = null) =>
        Of(provider.As<Resource>(), startsAt, lasting, lane: lane, clinic: clinic);

    public static Reservation Of(
        ResourceId resource,
        Instant startsAt,
        Duration? lasting = null,
        Guid? owner = null,
        int lane = 0,
        ClinicId? clinic = null,
        ReservationKind kind = ReservationKind.Appointment,
        Instant? expiresAt = null) => new()
        {
            PracticeId = DefaultPractice.Practice,
            Id = Ids.Next<Reservation>(),
            ResourceId = resource,
            ClinicId = clinic ?? DefaultPractice.Clinic,
            LaneFrom = lane,
            LaneTo = lane + 1,
            StartsAt = startsAt,
            EndsAt = startsAt + (lasting ?? Duration.FromMinutes(30)),
            Kind = kind,
            OwnerId = owner ?? NewOwner(),
            ExpiresAt = expiresAt,
        };

    /// <summary>A hold of half an hour that ends at <paramref name="expiresAt"/>.</summary>
    public static Reservation Held(ResourceId resource, Instant startsAt, Instant expiresAt, Guid owner, int lane = 0, ClinicId? clinic = null) =>
        Of(resource, startsAt, owner: owner, lane: lane, clinic: clinic, kind: ReservationKind.Hold, expiresAt: expiresAt);

    /// <summary>A confirmed visit at nine on the first day; its reservation is another row.</summary>
    public static Appointment Visit() => new()
    {
        PracticeId = DefaultPractice.Practice,
        Id = Ids.Next<Appointment>(),
        ClinicId = DefaultPractice.Clinic,
        ProviderId = DefaultPractice.Avery,
        AppointmentTypeId = DefaultPractice.SkinCheck,
        PatientId = new PatientId(NewOwner()),
        PatientKind = PatientKind.New,
        Status = AppointmentStatus.Confirmed,
        StartsAt = DefaultPractice.Start + Duration.FromHours(1),
        EndsAt = DefaultPractice.Start + Duration.FromHours(1.5),
        PromisedWall = new LocalDateTime(2027, 3, 1, 9, 0),
        Source = AppointmentSource.Phone,
        BookedAt = DefaultPractice.Start,
        ChangedAt = DefaultPractice.Start,
        Language = "en",
    };

    public static Guid NewOwner() => Ids.Next<Appointment>().Value;

    public static T NewId<T>(Func<Guid, T> id) => id(NewOwner());

    /// <summary>Tries to take them in a unit of work and a scope of its own; says whether it got them all.</summary>
    public static Task<bool> Takes(this TestClinic clinic, params Reservation[] wanted) => clinic.Asks(wall => wall.Take(wanted, clinic.Now, CancellationToken.None));

    /// <summary>Asks the wall one thing in a unit of work and a scope of its own.</summary>
    public static async Task<T> Asks<T>(this TestClinic clinic, Func<IReservationWall, Task<T>> ask)
    {
        var answer = await clinic.Write<T>(async scope => await ask(scope.Wall));
        return answer.Value;
    }

    /// <summary>Every row of the table, lapsed ones too, oldest start first.</summary>
    public static async Task<List<Reservation>> Reservations(this TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<Reservation>().AsNoTracking().OrderBy(row => row.StartsAt).ThenBy(row => row.ResourceId).ToListAsync();
    }
}
