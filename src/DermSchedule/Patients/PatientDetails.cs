namespace DermSchedule.Patients;

/// <summary>What the desk keeps about a patient beyond name and contact (api.md "Patients also carry"). Sealed as one value.</summary>
public sealed record PatientDetails
{
    public string? PreferredName { get; init; }

    public string? SexForClinic { get; init; }

    public string? Address { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Language of the interpreter the patient needs.</summary>
    public string? Interpreter { get; init; }

    public string? AccessNeeds { get; init; }

    /// <summary>Binds every sender (R-HI-14).</summary>
    public ContactPreferences ContactPreferences { get; init; } = new(false, false, false, false);

    public Insurance? Insurance { get; init; }

    public string? Referral { get; init; }

    /// <summary><c>commercial|medicare|medicaid|self_pay|other</c>; drives the payer gate.</summary>
    public string? Payer { get; init; }

    public IReadOnlyList<PatientExternalId> ExternalIds { get; init; } = [];
}

/// <summary>What the patient does not want; binds every sender (api.md).</summary>
public sealed record ContactPreferences(bool NoSms, bool NoEmail, bool NoVoice, bool Confidential);

/// <summary>The card as the patient reads it out.</summary>
public sealed record Insurance(string? Carrier = null, string? MemberId = null, string? GroupNumber = null, string? Subscriber = null);

/// <summary>What another system calls this patient.</summary>
public sealed record PatientExternalId(string System, string Value);
