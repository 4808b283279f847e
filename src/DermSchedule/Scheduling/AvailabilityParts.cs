using DermSchedule.Practices;

namespace DermSchedule.Scheduling;

/// <summary>One provider in a plan.</summary>
internal sealed class ProviderPlan
{
    public ProviderPlan(AvailabilityPlan plan, Provider provider, int index)
    {
        var type = plan.Type;
        Id = provider.Id;
        Resource = provider.Id.As<Resource>();
        Index = index;
        Lanes = Math.Max(provider.Lanes, 1);
        Travel = provider.TravelMinutes;
        TakesPatient = plan.Kind != PatientKind.New || provider.AcceptsNewPatients;
        Minutes = type.MinutesFor(provider.Id, plan.Kind);
        Need = ProviderNeed(type, Minutes);

        var mine = plan.Catalog.Exceptions.Where(exception => exception.ProviderId == provider.Id).ToList();
        Hours = new ProviderHours(
            new Asker(type, plan.Kind, plan.Urgent),
            plan.Catalog.Schedules.Where(schedule => schedule.ProviderId == provider.Id && schedule.ClinicId == plan.Clinic.Id),
            plan.Catalog.DateOverrides.Where(day => day.ProviderId == provider.Id && day.ClinicId == plan.Clinic.Id),
            mine.Where(exception => exception.Kind == ExceptionKind.ExtraSession && exception.ClinicId == plan.Clinic.Id));
        TimeOff = Stretches.Sorted(mine
            .Where(exception => exception.Kind == ExceptionKind.TimeOff && (exception.ClinicId is null || exception.ClinicId == plan.Clinic.Id))
            .Select(off => new Stretch(EpochMinutes.Down(off.StartsAt), EpochMinutes.Up(off.EndsAt))));
    }

    public ProviderId Id { get; }

    public ResourceId Resource { get; }

    /// <summary>Position in the plan.</summary>
    public int Index { get; }

    public int Lanes { get; }

    public int Travel { get; }

    /// <summary>False for a new patient where the provider takes none.</summary>
    public bool TakesPatient { get; }

    /// <summary>Length of the visit, without buffers.</summary>
    public int Minutes { get; }

    /// <summary>What of the provider's time is reserved, relative to the visit's start.</summary>
    public Stretch Need { get; }

    public ProviderHours Hours { get; }

    private List<Stretch> TimeOff { get; }

    /// <summary>The time off that visits starting in <c>[from, to)</c> could meet.</summary>
    public List<Stretch> OffAround(int from, int to) =>
        TimeOff.Count == 0 ? TimeOff : TimeOff.FindAll(off => off.Overlaps(from + Need.From, to + Need.To));

    /// <summary>
    /// The provider is reserved for the whole visit and its buffers, or for the part the type names. A buffer belongs to the provider where the
    /// part reaches that end of the visit (who finishes the visit also writes it up); otherwise it is the room's to be prepared or cleaned.
    /// </summary>
    public static Stretch ProviderNeed(AppointmentType type, int minutes)
    {
        var from = Math.Min(type.ProviderPart?.OffsetMinutes ?? 0, minutes);
        var to = type.ProviderPart is { } part ? Math.Min(from + part.Minutes, minutes) : minutes;

        // A part that lies beyond a shortened visit says nothing: then the provider is needed throughout.
        if (from >= to)
        {
            (from, to) = (0, minutes);
        }

        return new Stretch(from == 0 ? -type.BufferBeforeMinutes : from, to == minutes ? minutes + type.BufferAfterMinutes : to);
    }

    /// <summary>What of a room's or device's time is reserved, relative to the visit's start.</summary>
    public static Stretch RoomNeed(AppointmentType type, int minutes) => new(-type.BufferBeforeMinutes, minutes + type.BufferAfterMinutes);
}

/// <summary>A kind of room or device that a visit needs.</summary>
internal sealed class RoomKind(Catalog catalog, Clinic clinic, string kind, int wanted)
{
    /// <summary>How many different ones are needed; nearly always one.</summary>
    public int Wanted { get; } = wanted;

    /// <summary>Those the clinic has, in the order in which they are filled.</summary>
    public ResourceId[] Resources { get; } =
    [
        .. catalog.Resources.Values
            .Where(resource => resource.Active && resource.ClinicId == clinic.Id && string.Equals(resource.Kind, kind, StringComparison.Ordinal))
            .Select(resource => resource.Id).Order(),
    ];
}
