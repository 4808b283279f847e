using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;

namespace DermSchedule.Practices;

/// <summary>A kind of visit with everything that decides when it can start (domain.md 4). Durations are minutes.</summary>
public sealed class AppointmentType : IPracticeOwned
{
    /// <summary>The longest visit with its buffers, in minutes: a day.</summary>
    public const int LongestMinutes = 24 * 60;

    public required PracticeId PracticeId { get; init; }

    public required AppointmentTypeId Id { get; init; }

    public required string Name { get; set; }

    public required Category Category { get; set; }

    public string Description { get; set; } = "";

    public required int DurationMinutes { get; set; }

    /// <summary>For new patients; null means the same.</summary>
    public int? DurationMinutesNewPatient { get; set; }

    public int BufferBeforeMinutes { get; set; }

    public int BufferAfterMinutes { get; set; }

    /// <summary>Starts are window start + k × this. 1–1440.</summary>
    public int StartGridMinutes { get; set; } = 15;

    /// <summary>Binds patients, never staff.</summary>
    public int MinimumNoticeMinutes { get; set; } = 120;

    /// <summary>Binds patients, never staff.</summary>
    public int HorizonDays { get; set; } = 120;

    /// <summary>Minor units in the practice's currency; null means no deposit.</summary>
    public long? DepositMinor { get; set; }

    /// <summary>Who performs it; empty means everybody.</summary>
    public IReadOnlyList<ProviderId> ProviderIds { get; set; } = [];

    /// <summary>Where; empty means everywhere.</summary>
    public IReadOnlyList<ClinicId> ClinicIds { get; set; } = [];

    /// <summary>One room or device of each of these kinds is reserved with the provider, all or none.</summary>
    public IReadOnlyList<string> ResourceKinds { get; set; } = [];

    /// <summary>At most so many per provider and local day; null means no cap.</summary>
    public int? DailyCap { get; set; }

    public bool OnlineBookable { get; set; } = true;

    /// <summary>Whether an unanswered visit of this type may be cancelled by the ladder.</summary>
    public bool AutoCancel { get; set; } = true;

    /// <summary>Needs an urgent triage.</summary>
    public bool UrgentOnly { get; set; }

    /// <summary>
    /// What it is for, in the words by which triage recommends visits: <c>lesion</c>, <c>rash</c>, <c>acne</c>, … Empty means nothing in particular.
    /// </summary>
    public IReadOnlyList<string> Concerns { get; set; } = [];

    public string Preparation { get; set; } = "";

    /// <summary>Durations that differ by provider.</summary>
    public IReadOnlyList<ProviderDuration> Durations { get; set; } = [];

    /// <summary>The provider is needed for this part only; room and device for the whole.</summary>
    public ProviderPart? ProviderPart { get; set; }

    public IReadOnlyDictionary<string, AppointmentTypeWords> Translations { get; set; } = new Dictionary<string, AppointmentTypeWords>();

    public bool Active { get; set; } = true;

    /// <summary>In the currency of the practice; null means no deposit.</summary>
    public Money? Deposit(Practice practice) => DepositMinor is { } minor ? new Money(minor, new Currency(practice.CurrencyCode)) : null;

    /// <summary>Length of the visit for this provider and patient, without buffers.</summary>
    public int MinutesFor(ProviderId provider, PatientKind kind)
    {
        var own = Durations.FirstOrDefault(duration => duration.ProviderId == provider);
        var established = own?.DurationMinutes ?? DurationMinutes;
        return kind == PatientKind.New ? own?.DurationMinutesNewPatient ?? (own is null ? DurationMinutesNewPatient : null) ?? established : established;
    }
}

/// <summary>How long one provider takes.</summary>
public sealed record ProviderDuration(ProviderId ProviderId, int DurationMinutes, int? DurationMinutesNewPatient = null);

/// <summary>The stretch of the visit that needs the provider (numbing, Mohs stages).</summary>
/// <param name="OffsetMinutes">From the visit's start.</param>
/// <param name="Minutes">Length of the stretch.</param>
public sealed record ProviderPart(int OffsetMinutes, int Minutes);

/// <summary>What the practice writes for patients about a type, in another language.</summary>
public sealed record AppointmentTypeWords(
    [property: MaxLength(100)] string? Name = null,
    [property: MaxLength(2000)] string? Description = null,
    [property: MaxLength(2000)] string? Preparation = null);
