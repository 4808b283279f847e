using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>What somebody typed when booking online. Sealed with the visit.</summary>
public sealed record TypedDetails(
    string FirstName,
    string LastName,
    LocalDate DateOfBirth,
    string? Phone,
    string? Email,
    string? PreferredLanguage,
    string? TimeZone,
    string? Payer,
    TypedBooker? BookedBy)
{
    /// <summary>Language of the interpreter that was asked for; null when none was (R-LA-2).</summary>
    public string? Interpreter { get; init; }
}

/// <summary>Who booked for the patient: a parent or carer.</summary>
public sealed record TypedBooker(string FirstName, string LastName, string? Phone, string? Email, string Relationship);
