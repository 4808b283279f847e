using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>The time somebody wants, and by what right.</summary>
/// <param name="Clinic">Where.</param>
/// <param name="Type">What for.</param>
/// <param name="Provider">With whom; null means anybody who performs it.</param>
/// <param name="StartsAt">Start of the visit, without buffers.</param>
/// <param name="Kind">New or established: decides the duration.</param>
public sealed record SlotWish(Clinic Clinic, AppointmentType Type, ProviderId? Provider, Instant StartsAt, PatientKind Kind)
{
    /// <summary>Notice, horizon and online-bookable bind patients, never staff (domain.md 4).</summary>
    public bool Staff { get; init; }

    /// <summary>Staff go past grid, hours, cap and kept windows on purpose.</summary>
    public bool Override { get; init; }

    /// <summary>Staff open one more lane of the provider on purpose; a room is never doubled.</summary>
    public bool Overbook { get; init; }

    /// <summary>The visit stands already and is moved or brought back: what the clinic has stopped offering since stays its own.</summary>
    public bool Standing { get; init; }

    /// <summary>The triage said urgent: access slots are open.</summary>
    public bool Urgent => Triage is { IsUrgent: true };

    /// <summary>Whose answers give the right to it; null without any.</summary>
    public TriageStanding? Triage { get; init; }

    /// <summary>Staff gave the visit another length, in minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Rooms and devices the desk chose; null lets the first free ones be taken.</summary>
    public IReadOnlyList<ResourceId>? Resources { get; init; }

    /// <summary>Rooms and devices the visit has already: it stays in them where they are free and in use, and keeps those that its type does not ask for.</summary>
    public IReadOnlyList<ResourceId> Preferred { get; init; } = [];

    /// <summary>Whether what the desk chose can be had by these settings; a visit may stay in a room that was retired around it.</summary>
    public bool HasRoomsIn(Catalog catalog) => Resources?.All(room => catalog.IsInUse(room) || Preferred.Contains(room)) ?? true;

    /// <summary>
    /// The wish with its type and clinic as they are in this catalog: it was made from another, and both may be different by now. Refused when what was
    /// offered then is not offered any more.
    /// </summary>
    public Result<SlotWish> In(Catalog catalog)
    {
        if (catalog.AppointmentTypes.GetValueOrDefault(Type.Id) is not { } type || catalog.Clinics.GetValueOrDefault(Clinic.Id) is not { } clinic)
        {
            return Refusals.NotFound;
        }

        return !Staff && UrgentRule.RefuseLater(StartsAt, Triage) is { } late ? late
            : Standing ? this with { Type = type, Clinic = clinic }
            : !Catalog.IsOffered(type, clinic.Id) || !clinic.Active ? Refusals.NotFound
            : !Staff && UrgentRule.Refuse(catalog, clinic, type, Triage) is { } blocked ? blocked
            : this with { Type = type, Clinic = clinic };
    }
}

/// <summary>What the wall gave.</summary>
/// <param name="ProviderId">With whom.</param>
/// <param name="StartsAt">Start of the visit, without buffers.</param>
/// <param name="EndsAt">End of the visit, without buffers.</param>
/// <param name="ResourceIds">Rooms and devices taken with the provider.</param>
/// <param name="Overridden">Whether staff went past a warning for it.</param>
/// <param name="Overbooked">Whether it stands on a lane that was opened for it.</param>
public sealed record TakenSlot(ProviderId ProviderId, Instant StartsAt, Instant EndsAt, IReadOnlyList<ResourceId> ResourceIds, bool Overridden = false, bool Overbooked = false);
