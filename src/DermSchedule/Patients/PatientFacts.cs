using DermSchedule.Encryption;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Patients;

/// <summary>
/// Everything a record says, opened. The one place where a patient is sealed and opened, so that the blind indexes always follow what they index.
/// </summary>
internal sealed record PatientFacts(
    string FirstName,
    string LastName,
    LocalDate? DateOfBirth,
    string? Phone,
    string? Email,
    string PreferredLanguage,
    string? TimeZone,
    PatientDetails Details)
{
    public string? BornIso => DateOfBirth is { } born ? LocalDatePattern.Iso.Format(born) : null;

    public static PatientFacts Of(PersonDetails person) => new(
        person.FirstName, person.LastName, person.DateOfBirth, person.Phone?.E164, person.Email, person.PreferredLanguage, person.TimeZone,
        new PatientDetails { Payer = person.Payer, Interpreter = person.Interpreter });

    public static PatientFacts Of(GuardianDetails guardian) => new(
        guardian.FirstName, guardian.LastName, null, guardian.Phone.E164, guardian.Email, guardian.PreferredLanguage, null, new PatientDetails());

    public static PatientFacts Open(Patient patient, Vault vault)
    {
        var row = patient.Id.Value;
        return new PatientFacts(
            vault.Open(patient.FirstName, PatientsTables.FirstName, row),
            vault.Open(patient.LastName, PatientsTables.LastName, row),
            vault.OpenOptional(patient.DateOfBirth, PatientsTables.DateOfBirth, row) is { } date ? LocalDatePattern.Iso.Parse(date).Value : null,
            vault.OpenOptional(patient.Phone, PatientsTables.Phone, row),
            vault.OpenOptional(patient.Email, PatientsTables.Email, row),
            patient.PreferredLanguage,
            patient.TimeZone,
            patient.Details is { } details ? vault.Open(details, PatientsTables.Details, row) : new PatientDetails());
    }

    /// <summary>A new record that says this.</summary>
    public Patient Seal(PracticeId practice, PatientId id, Instant now, Vault vault)
    {
        var patient = new Patient
        {
            PracticeId = practice,
            Id = id,
            FirstName = vault.Seal(FirstName, PatientsTables.FirstName, id.Value),
            LastName = vault.Seal(LastName, PatientsTables.LastName, id.Value),
            IdentityIndex = [],
            CreatedAt = now,
        };
        SealInto(patient, vault);
        return patient;
    }

    /// <summary>Makes the record say this: sealed again and indexed again together. Its name prefixes are <see cref="Prefixes"/>.</summary>
    public void SealInto(Patient patient, Vault vault)
    {
        var row = patient.Id.Value;
        patient.FirstName = vault.Seal(FirstName, PatientsTables.FirstName, row);
        patient.LastName = vault.Seal(LastName, PatientsTables.LastName, row);
        patient.DateOfBirth = vault.SealOptional(BornIso, PatientsTables.DateOfBirth, row);
        patient.Phone = vault.SealOptional(Phone, PatientsTables.Phone, row);
        patient.Email = vault.SealOptional(Email, PatientsTables.Email, row);
        patient.Details = vault.Seal(Details, PatientsTables.Details, row);
        patient.PreferredLanguage = PreferredLanguage;
        patient.TimeZone = TimeZone;
        patient.IdentityIndex = PatientIndexes.Identity(vault, FirstName, LastName, DateOfBirth);
        patient.BirthDateIndex = DateOfBirth is { } born ? PatientIndexes.BirthDate(vault, born) : null;
        patient.PhoneIndex = Phone is null ? null : PatientIndexes.Phone(vault, Phone);
        patient.EmailIndex = Email is null ? null : PatientIndexes.Email(vault, Email);
    }

    public IEnumerable<PatientNamePrefix> Prefixes(PracticeId practice, PatientId id, Vault vault) =>
        NameKey.Prefixes(FirstName, LastName, Details.PreferredName ?? "")
            .Select(prefix => new PatientNamePrefix { PracticeId = practice, Prefix = PatientIndexes.NamePrefix(vault, prefix), PatientId = id });

    public override string ToString() => "patient";
}

/// <summary>The blind indexes of this room (domain.md 12): one purpose word each, and the normal form that is indexed.</summary>
internal static class PatientIndexes
{
    public static byte[] Identity(Vault vault, string firstName, string lastName, LocalDate? dateOfBirth) =>
        vault.Index("identity", $"{NameKey.Of(firstName)}\n{NameKey.Of(lastName)}\n{(dateOfBirth is { } date ? LocalDatePattern.Iso.Format(date) : "")}");

    public static byte[] Phone(Vault vault, string e164) => vault.Index("phone", e164);

    public static byte[] Email(Vault vault, string email) => vault.Index("email", email.Trim().ToLowerInvariant());

    public static byte[] BirthDate(Vault vault, LocalDate date) => vault.Index("birth_date", LocalDatePattern.Iso.Format(date));

    public static byte[] NamePrefix(Vault vault, string prefix) => vault.Index("name_prefix", prefix);
}
