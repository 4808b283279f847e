using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Tests.Infrastructure;

/// <summary>Reservations as a test needs them, and the unit of work that takes them.</summary>
public static class Rows
{
    private static readonly Ids Ids = new(TimeProvider.System);

    /// <summary>An appointment of half an hour with an owner of its own, on the first lane.</summary>
    public static Reservation Of(ProviderId provider, Instant startsAt, Duration? lasting = null) => Of(provider.As<Practices.Resource>(), startsAt, lasting);

    public static Reservation Of(
        ResourceId resource,
        Instant startsAt,
        Duration? lasting = null,
        Guid? owner = null,
        ReservationKind kind = ReservationKind.Appointment,
        Instant? expiresAt = null,
        int lane = 0,
        ClinicId? clinic = null) => new()
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
            OwnerId = owner ?? Ids.Next<Appointment>().Value,
            ExpiresAt = expiresAt,
        };

    /// <summary>Tries to take them in a unit of work and a scope of its own; says whether it got them all.</summary>
    public static async Task<bool> Takes(this TestClinic clinic, params Reservation[] wanted)
    {
        var answer = await clinic.Write<bool>(async scope => await scope.Wall.Take(wanted, clinic.Now, CancellationToken.None));
        return answer.Value;
    }
}
