namespace DermSchedule.Patients;

/// <summary>A record as the desk writes it: the body of POST, and what PATCH is merged into. <see cref="PatientInput"/> checks it.</summary>
public sealed record PatientForm
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public string? DateOfBirth { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary><c>en</c> (default) or <c>es</c>.</summary>
    public string? PreferredLanguage { get; init; }

    /// <summary>IANA.</summary>
    public string? TimeZone { get; init; }

    public string? Payer { get; init; }

    public string? PreferredName { get; init; }

    public string? SexForClinic { get; init; }

    public string? Address { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<string>? Flags { get; init; }

    public string? Interpreter { get; init; }

    public string? AccessNeeds { get; init; }

    public ContactPreferences? ContactPreferences { get; init; }

    public Insurance? Insurance { get; init; }

    public string? Referral { get; init; }

    public IReadOnlyList<PatientExternalId>? ExternalIds { get; init; }

    /// <summary>The record of the parent or carer who speaks for this patient.</summary>
    public PatientId? GuardianId { get; init; }

    /// <summary>False says that the desk has looked: this is another person than the one of the same name and birth date.</summary>
    public bool? PossibleDuplicate { get; init; }

    /// <summary>The form as it would be filled in for what the record says now.</summary>
    internal static PatientForm Of(PatientView view) => new()
    {
        FirstName = view.FirstName,
        LastName = view.LastName,
        DateOfBirth = view.DateOfBirth,
        Phone = view.Phone,
        Email = view.Email,
        PreferredLanguage = view.PreferredLanguage,
        TimeZone = view.TimeZone,
        Payer = view.Payer,
        PreferredName = view.PreferredName,
        SexForClinic = view.SexForClinic,
        Address = view.Address,
        Notes = view.Notes,
        Flags = view.Flags,
        Interpreter = view.Interpreter,
        AccessNeeds = view.AccessNeeds,
        ContactPreferences = view.ContactPreferences,
        Insurance = view.Insurance,
        Referral = view.Referral,
        ExternalIds = view.ExternalIds,
        GuardianId = view.GuardianId,
        PossibleDuplicate = view.PossibleDuplicate,
    };

    public override string ToString() => "patient";
}
