using DermSchedule.Encryption;

namespace DermSchedule.Patients;

/// <summary>A record as the desk reads it (api.md "Patients also carry").</summary>
public sealed record PatientView
{
    public required PatientId Id { get; init; }

    public required int Version { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>Null only for somebody who is known as a guardian alone.</summary>
    public string? DateOfBirth { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public required string PreferredLanguage { get; init; }

    public string? TimeZone { get; init; }

    public string? Payer { get; init; }

    public string? PreferredName { get; init; }

    public string? SexForClinic { get; init; }

    public string? Address { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    public string? Interpreter { get; init; }

    public string? AccessNeeds { get; init; }

    public required ContactPreferences ContactPreferences { get; init; }

    public Insurance? Insurance { get; init; }

    public string? Referral { get; init; }

    public IReadOnlyList<PatientExternalId> ExternalIds { get; init; } = [];

    public PatientId? GuardianId { get; init; }

    public bool PossibleDuplicate { get; init; }

    internal static PatientView Of(Patient patient, Vault vault)
    {
        var facts = PatientFacts.Open(patient, vault);
        return new PatientView
        {
            Id = patient.Id,
            Version = patient.Version,
            FirstName = facts.FirstName,
            LastName = facts.LastName,
            DateOfBirth = facts.BornIso,
            Phone = facts.Phone,
            Email = facts.Email,
            PreferredLanguage = facts.PreferredLanguage,
            TimeZone = facts.TimeZone,
            Payer = facts.Details.Payer,
            PreferredName = facts.Details.PreferredName,
            SexForClinic = facts.Details.SexForClinic,
            Address = facts.Details.Address,
            Notes = facts.Details.Notes,
            Flags = facts.Details.Flags,
            Interpreter = facts.Details.Interpreter,
            AccessNeeds = facts.Details.AccessNeeds,
            ContactPreferences = facts.Details.ContactPreferences,
            Insurance = facts.Details.Insurance,
            Referral = facts.Details.Referral,
            ExternalIds = facts.Details.ExternalIds,
            GuardianId = patient.GuardianId,
            PossibleDuplicate = patient.PossibleDuplicate,
        };
    }

    public override string ToString() => "patient";
}
