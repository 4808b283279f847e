using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>Anybody or any team with an own schedule: physician, PA, nurse, phototherapy desk (domain.md 4). Never in two clinics at once.</summary>
public sealed class Provider : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ProviderId Id { get; init; }

    public required string Name { get; set; }

    public string Title { get; set; } = "";

    public string Bio { get; set; } = "";

    public IReadOnlyList<ClinicId> ClinicIds { get; set; } = [];

    /// <summary>How many visits may lie side by side; 1 unless the practice overbooks on purpose.</summary>
    public int Lanes { get; set; } = 1;

    public bool AcceptsNewPatients { get; set; } = true;

    /// <summary>Minutes to get from one clinic to another; no visit is offered inside them.</summary>
    public int TravelMinutes { get; set; }

    public IReadOnlyDictionary<string, ProviderWords> Translations { get; set; } = new Dictionary<string, ProviderWords>();

    public IReadOnlyList<ExternalId> ExternalIds { get; set; } = [];

    public bool Active { get; set; } = true;
}

/// <summary>What the practice writes about a provider, in another language.</summary>
public sealed record ProviderWords([property: MaxLength(100)] string? Title = null, [property: MaxLength(2000)] string? Bio = null);

/// <summary>Weekly hours of one provider at one clinic from a date on. Replaces an earlier one with the same <see cref="EffectiveFrom"/>.</summary>
public sealed class ProviderSchedule : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ProviderId ProviderId { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>Last day, inclusive; null means until a later schedule begins.</summary>
    public LocalDate? EffectiveTo { get; set; }

    public IReadOnlyList<WeeklyHours> Weekly { get; set; } = [];
}

/// <summary>What an exception does.</summary>
public enum ExceptionKind
{
    TimeOff,
    ExtraSession,
}

/// <summary>Time off or an extra session, as instants. It may cover visits; those stay and wait on the replan list (domain.md 3).</summary>
public sealed class ProviderException : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required Id<ProviderException> Id { get; init; }

    public required ProviderId ProviderId { get; init; }

    /// <summary>Null for time off that holds at every clinic.</summary>
    public ClinicId? ClinicId { get; set; }

    public required ExceptionKind Kind { get; init; }

    public required Instant StartsAt { get; set; }

    public required Instant EndsAt { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Replaces the weekly rule of one provider, clinic and day; no windows means closed.</summary>
public sealed class DateOverride : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ProviderId ProviderId { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>Their <see cref="WeeklyHours.Day"/> is that of <see cref="Date"/>.</summary>
    public IReadOnlyList<WeeklyHours> Windows { get; set; } = [];
}
