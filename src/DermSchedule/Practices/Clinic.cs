using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>A location of the practice, with its own zone, hours and holidays.</summary>
public sealed class Clinic : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ClinicId Id { get; init; }

    /// <summary>Its word in addresses, unique over all practices: <c>/{slug}</c>.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>How texts to patients call it, so that a specialty need not stand in a message (domain.md 7). Null means <see cref="Name"/>.</summary>
    public string? MessageName { get; set; }

    /// <summary>IANA zone in which all of its schedules are computed.</summary>
    public required string TimeZone { get; set; }

    /// <summary>E.164.</summary>
    public required string Phone { get; set; }

    public required string Address { get; set; }

    /// <summary>Empty means no restriction beyond the providers' hours (api.md).</summary>
    public IReadOnlyList<WeeklyHours> Hours { get; set; } = [];

    public IReadOnlyList<Holiday> Holidays { get; set; } = [];

    /// <summary>Our ids in other systems.</summary>
    public IReadOnlyList<ExternalId> ExternalIds { get; set; } = [];

    public bool Active { get; set; } = true;
}

/// <summary>
/// A window of weekly hours in wall time: 09:00 stays 09:00 across a change of the clocks. An <paramref name="End"/> that is not after
/// <paramref name="Start"/> runs past midnight; minutes 1440 is "24:00".
/// </summary>
/// <param name="Day">The local day on which the window starts.</param>
/// <param name="Start">Minutes after local midnight, 0–1439.</param>
/// <param name="End">Minutes after local midnight, 0–1440.</param>
/// <param name="Kept">Whom the window is kept for; null means everybody.</param>
public sealed record WeeklyHours(IsoDayOfWeek Day, int Start, int End, KeptFor? Kept = null)
{
    /// <summary>Length of the window on the wall clock, in minutes.</summary>
    public int Minutes => End > Start ? End - Start : End + (24 * 60) - Start;
}

/// <summary>A kept window opens to all at its release time before the start, or never (domain.md 4).</summary>
/// <param name="AppointmentTypeIds">Only these types; empty means any.</param>
/// <param name="Category">Only this category; null means any.</param>
/// <param name="PatientKind">Only new or only established patients; null means both.</param>
/// <param name="Access">An access slot: only for urgent lesions.</param>
/// <param name="ReleaseHours">Hours before a start at which it opens to all; null means never.</param>
public sealed record KeptFor(
    IReadOnlyList<AppointmentTypeId> AppointmentTypeIds,
    Category? Category,
    PatientKind? PatientKind,
    bool Access,
    int? ReleaseHours);

/// <summary>A day on which the clinic is closed.</summary>
public sealed record Holiday(LocalDate Date, string Name, IReadOnlyDictionary<string, HolidayWords>? Translations = null);

/// <summary>A holiday's name in another language.</summary>
public sealed record HolidayWords([property: Required, MaxLength(100)] string Name);

/// <summary>The id of one of our records in another system.</summary>
public sealed record ExternalId(string System, string Value);

/// <summary>Medical or cosmetic.</summary>
public enum Category
{
    Medical,
    Cosmetic,
}

/// <summary>New to the practice, or established: a completed visit within three years (domain.md 1).</summary>
public enum PatientKind
{
    New,
    Established,
}
