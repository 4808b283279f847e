using NodaTime;

namespace DermSchedule.Patients;

/// <summary>A person as typed: JSON, a form, or a desk. Nothing is required here; <see cref="PersonInput"/> says what is missing.</summary>
public sealed record TypedPerson(
    string? FirstName,
    string? LastName,
    string? DateOfBirth,
    string? Phone = null,
    string? Email = null,
    string? PreferredLanguage = null,
    string? TimeZone = null,
    string? Payer = null,
    string? Interpreter = null)
{
    public override string ToString() => "person";
}

/// <summary>Who books for somebody, as typed.</summary>
public sealed record TypedGuardian(string? FirstName, string? LastName, string? Phone, string? Relationship, string? Email = null)
{
    public override string ToString() => "guardian";
}

/// <summary>A person of whom there is a record, as they would be typed.</summary>
/// <param name="Patient">Who comes.</param>
/// <param name="Guardian">Who answers for them; null for whoever answers alone.</param>
/// <param name="AdultAge">The clinic's policy.</param>
/// <param name="IsUnderAge">By that policy.</param>
public sealed record SaidAgain(TypedPerson Patient, TypedGuardian? Guardian, int AdultAge, bool IsUnderAge)
{
    public override string ToString() => "person";
}

/// <summary>
/// Checks and normalizes a person, the same for booking, desk and pages. Errors go under <c>prefix.field</c>, e.g. <c>patient.firstName</c>; null is
/// answered when there are any.
/// </summary>
public static partial class PersonInput
{
    /// <summary>Nobody alive was born before.</summary>
    public static readonly LocalDate EarliestBirth = new(1900, 1, 1);

    /// <summary>Characters of the name of a language.</summary>
    internal const int LongestLanguage = 60;

    public static readonly IReadOnlySet<string> Languages = new HashSet<string>(StringComparer.Ordinal) { "en", "es" };

    public static readonly IReadOnlySet<string> Payers = new HashSet<string>(StringComparer.Ordinal) { "commercial", "medicare", "medicaid", "self_pay", "other" };

    /// <param name="typed">What came in; null means that nothing was given.</param>
    /// <param name="prefix">Of the error keys; empty for a person at the root of the request.</param>
    /// <param name="today">Where the clinic is: nobody is born later.</param>
    /// <param name="phoneNeeded">False for a patient whose guardian books, and for the desk.</param>
    /// <param name="errors">Collects what is wrong.</param>
    public static PersonDetails? Read(TypedPerson? typed, string prefix, LocalDate today, bool phoneNeeded, FieldErrors errors)
    {
        if (typed is null)
        {
            errors.Add(prefix, "Say who the patient is.");
            return null;
        }

        var field = new Fields(prefix, errors);
        var first = field.Name("firstName", typed.FirstName);
        var last = field.Name("lastName", typed.LastName);
        var born = field.Birth("dateOfBirth", typed.DateOfBirth, today);
        var phone = field.Phone("phone", typed.Phone, phoneNeeded);
        var email = field.Email("email", typed.Email);
        var language = field.OneOf("preferredLanguage", typed.PreferredLanguage, Languages) ?? "en";
        var zone = field.Zone("timeZone", typed.TimeZone);
        var payer = field.OneOf("payer", typed.Payer, Payers);
        var interpreter = field.Text("interpreter", typed.Interpreter, LongestLanguage);
        return first is null || last is null || born is null || field.Failed ? null : new PersonDetails(first, last, born.Value, phone, email, language, zone, payer) { Interpreter = interpreter };
    }

    /// <param name="typed">What came in.</param>
    /// <param name="prefix">Of the error keys, e.g. <c>bookedBy</c>.</param>
    /// <param name="language">The language the booking is made in.</param>
    /// <param name="errors">Collects what is wrong.</param>
    public static GuardianDetails? Read(TypedGuardian typed, string prefix, string language, FieldErrors errors)
    {
        var field = new Fields(prefix, errors);
        var first = field.Name("firstName", typed.FirstName);
        var last = field.Name("lastName", typed.LastName);
        var phone = field.Phone("phone", typed.Phone, needed: true);
        var email = field.Email("email", typed.Email);
        var relationship = field.Text("relationship", typed.Relationship, 60, needed: true);
        return first is null || last is null || phone is null || relationship is null || field.Failed
            ? null
            : new GuardianDetails(first, last, phone.Value, email, relationship, language);
    }
}
