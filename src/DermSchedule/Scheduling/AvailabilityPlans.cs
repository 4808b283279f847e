using System.Collections.Concurrent;
using DermSchedule.Practices;

namespace DermSchedule.Scheduling;

/// <summary>Plans of all practices in this process, so that a search only reads what is taken. Bounded; forgetting costs time, nothing else.</summary>
public sealed class AvailabilityPlans
{
    /// <summary>In remembered starts of four bytes; about 16 MB.</summary>
    private const int Capacity = 4_000_000;

    private readonly ConcurrentDictionary<Key, AvailabilityPlan> plans = new();
    private int asked;

    /// <summary>The plan for these settings; a plan of older ones is replaced.</summary>
    public AvailabilityPlan For(Catalog catalog, Clinic clinic, AppointmentType type, PatientKind kind, bool urgent = false)
    {
        // Summing up is cheap but not free, and memory does not run away within a thousand searches.
        if (Interlocked.Increment(ref asked) % 1024 == 0 && plans.Values.Sum(plan => (long)plan.Weight) > Capacity)
        {
            plans.Clear();
        }

        var key = new Key(clinic.Id, type.Id, kind, urgent);
        return plans.TryGetValue(key, out var known) && ReferenceEquals(known.Catalog, catalog)
            ? known
            : plans[key] = AvailabilityPlan.For(catalog, clinic, type, kind, urgent);
    }

    private readonly record struct Key(ClinicId Clinic, AppointmentTypeId Type, PatientKind Kind, bool Urgent);
}
