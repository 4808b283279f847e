using System.Collections.Concurrent;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Everything about "who could see such a patient for such a visit at this clinic, and when" that no reservation changes. Made once per
/// settings version and asker, shared by all requests; days are worked out when first asked for and remembered.
/// </summary>
public sealed class AvailabilityPlan
{
    private readonly ConcurrentDictionary<LocalDate, DayPlan> days = new();
    private readonly ClinicHours clinicHours;
    private int weight;

    private AvailabilityPlan(Catalog catalog, Clinic clinic, AppointmentType type, PatientKind kind, bool urgent)
    {
        (Catalog, Clinic, Type, Kind, Urgent) = (catalog, clinic, type, kind, urgent);
        Clock = ClinicClock.In(clinic.TimeZone);
        clinicHours = new ClinicHours(clinic, Clock);
        Providers = [.. catalog.ProvidersFor(type, clinic.Id, kind: null).Select((provider, index) => new ProviderPlan(this, provider, index))];
        Rooms = [.. type.ResourceKinds.GroupBy(word => word, StringComparer.Ordinal).Select(group => new RoomKind(catalog, clinic, group.Key, group.Count()))];
        Resources = [.. Providers.Select(provider => provider.Resource).Concat(Rooms.SelectMany(room => room.Resources))];
    }

    /// <summary>The settings the plan stands for.</summary>
    public Catalog Catalog { get; }

    public Clinic Clinic { get; }

    public AppointmentType Type { get; }

    public PatientKind Kind { get; }

    /// <summary>The triage said urgent: access slots are open.</summary>
    public bool Urgent { get; }

    public ClinicClock Clock { get; }

    /// <summary>Whose reservations matter: hand them to <see cref="IReservationWall.Busy"/>.</summary>
    public IReadOnlyList<ResourceId> Resources { get; }

    internal ProviderPlan[] Providers { get; }

    internal RoomKind[] Rooms { get; }

    /// <summary>How much memory the remembered days take, in starts.</summary>
    internal int Weight => weight;

    public static AvailabilityPlan For(Catalog catalog, Clinic clinic, AppointmentType type, PatientKind kind, bool urgent = false) =>
        new(catalog, clinic, type, kind, urgent);

    /// <summary>The resources that matter when only one provider is asked for.</summary>
    public IReadOnlyList<ResourceId> ResourcesFor(ProviderId? only) =>
        only is not { } provider ? Resources : [provider.As<Resource>(), .. Rooms.SelectMany(room => room.Resources)];

    /// <summary>The stretch whose reservations can matter to a visit that starts on one of these local days.</summary>
    public (Instant From, Instant To) Reach(LocalDate from, LocalDate to)
    {
        var travel = Providers.Select(provider => provider.Travel).DefaultIfEmpty(0).Max();
        var longest = Providers.Select(provider => provider.Minutes).DefaultIfEmpty(0).Max();
        return (
            Clock.StartOf(from) - Duration.FromMinutes(Type.BufferBeforeMinutes + travel),
            Clock.StartOf(to.PlusDays(1)) + Duration.FromMinutes(longest + Type.BufferAfterMinutes + travel));
    }

    internal ProviderPlan? Find(ProviderId id) => Array.Find(Providers, provider => provider.Id == id);

    internal DayPlan Day(LocalDate date)
    {
        if (days.TryGetValue(date, out var known))
        {
            return known;
        }

        var day = DayPlan.Of(this, date);
        if (days.TryAdd(date, day))
        {
            Interlocked.Add(ref weight, day.Weight);
        }

        return day;
    }

    internal List<Stretch> ClinicOpen(WallDay before, WallDay day, WallDay after) => clinicHours.Around(before, day, after);
}
