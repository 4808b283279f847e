using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Web.Demo;

/// <summary>An invented practice, as it is told to the same doors that real ones use. Nobody in it exists.</summary>
internal sealed record DemoPractice
{
    public required string Name { get; init; }

    public required IReadOnlyList<DemoClinic> Clinics { get; init; }

    public required IReadOnlyList<DemoProvider> Providers { get; init; }

    public required IReadOnlyList<DemoResource> Resources { get; init; }

    /// <summary>Their provider and clinic lists are filled in by <see cref="DemoType"/>'s own keys.</summary>
    public required IReadOnlyList<DemoType> Types { get; init; }

    public required IReadOnlyList<DemoPatient> Patients { get; init; }

    public required IReadOnlyList<DemoMember> Staff { get; init; }

    public required IReadOnlyList<DemoVisit> Visits { get; init; }
}

internal sealed record DemoClinic(string Slug, string Name, string MessageName, string TimeZone, string Phone, string Address, string Opens, string Closes);

/// <param name="Key">How the other records of the demo call it.</param>
/// <param name="Request">Without clinics.</param>
/// <param name="Hours">Where and when.</param>
internal sealed record DemoProvider(string Key, AddProvider.Request Request, IReadOnlyList<DemoHours> Hours);

/// <summary>The same windows on several days, wall time.</summary>
internal sealed record DemoHours(string Clinic, IReadOnlyList<IsoDayOfWeek> Days, IReadOnlyList<(string Start, string End)> Windows)
{
    /// <summary>Kept for urgent patients until two days before (domain.md 4).</summary>
    public IReadOnlyList<(string Start, string End)> Access { get; init; } = [];
}

internal sealed record DemoResource(string Clinic, string Name, string Kind);

/// <param name="Request">As the settings screen would send it.</param>
/// <param name="Providers">Keys; empty means everybody.</param>
/// <param name="Clinics">Slugs; empty means everywhere.</param>
internal sealed record DemoType(AddAppointmentType.Request Request, IReadOnlyList<string> Providers, IReadOnlyList<string> Clinics);

internal sealed record DemoPatient(string Key, TypedPerson Person);

/// <summary>Somebody of the staff; the password is made by <see cref="DemoPasswords"/>.</summary>
internal sealed record DemoMember(string Email, string Name, Role Role);

/// <summary>A visit relative to the day of the seed.</summary>
/// <param name="Patient">Key.</param>
/// <param name="Type">Name.</param>
/// <param name="Provider">Key.</param>
/// <param name="Clinic">Slug.</param>
/// <param name="WorkDay">Which day on which the provider works there: 0 is today or the next one, -1 the last one before today.</param>
/// <param name="At">Wall time.</param>
/// <param name="Steps">The statuses it went through since it was booked.</param>
/// <param name="Kind">New or established.</param>
internal sealed record DemoVisit(
    string Patient,
    string Type,
    string Provider,
    string Clinic,
    int WorkDay,
    string At,
    IReadOnlyList<AppointmentStatus> Steps,
    PatientKind Kind = PatientKind.Established)
{
    public static readonly IReadOnlyList<AppointmentStatus> Booked = [];
    public static readonly IReadOnlyList<AppointmentStatus> Confirmed = [AppointmentStatus.Confirmed];
    public static readonly IReadOnlyList<AppointmentStatus> Seen = [AppointmentStatus.CheckedIn, AppointmentStatus.InRoom, AppointmentStatus.Completed];
}
