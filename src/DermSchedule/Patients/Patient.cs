using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Patients;

/// <summary>
/// A patient of the practice, shared by its clinics. What identifies the person or says something about health is sealed; what is searched has
/// a blind index beside it, written by <see cref="PatientFacts"/> in the same call (domain.md 1, 12).
/// </summary>
public sealed class Patient : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required PatientId Id { get; init; }

    public required Sealed<string> FirstName { get; set; }

    public required Sealed<string> LastName { get; set; }

    /// <summary>ISO date; null only for somebody who is known as a guardian alone.</summary>
    public Sealed<string>? DateOfBirth { get; set; }

    /// <summary>E.164. A phone never identifies a patient: many share one.</summary>
    public Sealed<string>? Phone { get; set; }

    public Sealed<string>? Email { get; set; }

    /// <summary>Everything else the desk keeps (<see cref="PatientDetails"/>).</summary>
    public Sealed<PatientDetails>? Details { get; set; }

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public string PreferredLanguage { get; set; } = "en";

    /// <summary>IANA zone of the patient where known, for quiet hours.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Blind index of the normalized full name and birth date together: the match of an online booking.</summary>
    public required byte[] IdentityIndex { get; set; }

    public byte[]? PhoneIndex { get; set; }

    public byte[]? EmailIndex { get; set; }

    public byte[]? BirthDateIndex { get; set; }

    /// <summary>A record with the same name and birth date exists and the contact did not agree: the desk decides.</summary>
    public bool PossibleDuplicate { get; set; }

    /// <summary>Under age (the clinic's policy): who books, consents and gets the messages.</summary>
    public PatientId? GuardianId { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Raised by every change; the ETag.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A keyed fingerprint of the first letters of a name, for the desk's search by prefix.</summary>
public sealed class PatientNamePrefix : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required byte[] Prefix { get; init; }

    public required PatientId PatientId { get; init; }
}
