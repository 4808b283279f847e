using NodaTime;

namespace DermSchedule.Patients;

/// <summary>The door of this room: how other rooms find, add and read patients, inside their own unit of work.</summary>
public sealed class PatientRecords;

/// <summary>A person as somebody gives it, already validated and normalized.</summary>
public sealed record PersonDetails(
    string FirstName,
    string LastName,
    LocalDate DateOfBirth,
    PhoneNumber? Phone,
    string? Email,
    string PreferredLanguage,
    string? TimeZone,
    string? Payer);
