using NodaTime;

namespace DermSchedule.Patients;

/// <summary>A person as somebody gives it, already validated and normalized by <see cref="PersonInput"/>.</summary>
public sealed record PersonDetails(
    string FirstName,
    string LastName,
    LocalDate DateOfBirth,
    PhoneNumber? Phone,
    string? Email,
    string PreferredLanguage,
    string? TimeZone,
    string? Payer)
{
    /// <summary>Language of the interpreter that was asked for; null when none was (R-LA-2).</summary>
    public string? Interpreter { get; init; }

    public override string ToString() => "person";
}

/// <summary>Who books for a patient: a parent or carer. Nobody asks for their birth date.</summary>
public sealed record GuardianDetails(string FirstName, string LastName, PhoneNumber Phone, string? Email, string Relationship, string PreferredLanguage)
{
    public override string ToString() => "guardian";
}

/// <summary>Which record a person got.</summary>
/// <param name="PatientId">The record.</param>
/// <param name="Joined">It was there before; nothing in it was changed.</param>
/// <param name="PossibleDuplicate">It is new, and another record has the same name and birth date: the desk decides.</param>
public sealed record MatchedPatient(PatientId PatientId, bool Joined, bool PossibleDuplicate);

/// <summary>A name for lists and messages.</summary>
public sealed record PatientName(string First, string Last)
{
    public string Display => $"{First} {Last}";

    /// <summary>Masked: a name that slips into a log says nothing.</summary>
    public override string ToString() => "patient";
}

/// <summary>How to reach a patient, or the guardian of one who is under age (domain.md 1).</summary>
/// <param name="Name">The patient's own.</param>
/// <param name="Phone">The guardian's where <see cref="ThroughGuardian"/>.</param>
/// <param name="Email">The guardian's where <see cref="ThroughGuardian"/>.</param>
/// <param name="PreferredLanguage"><c>en</c> or <c>es</c>.</param>
/// <param name="TimeZone">IANA, where known.</param>
/// <param name="Preferences">Bind every sender (R-HI-14).</param>
/// <param name="ThroughGuardian">Whether phone and e-mail are the guardian's.</param>
/// <param name="LacksGuardian">Under age, and nobody is known who speaks for the patient.</param>
public sealed record PatientContact(
    PatientName Name,
    PhoneNumber? Phone,
    string? Email,
    string PreferredLanguage,
    string? TimeZone,
    ContactPreferences Preferences,
    bool ThroughGuardian,
    bool LacksGuardian)
{
    public override string ToString() => "contact";
}
