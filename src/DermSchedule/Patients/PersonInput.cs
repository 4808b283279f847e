using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Patients;

/// <summary>A person as typed: JSON, a form, or a desk. Nothing is required here; <see cref="PersonInput"/> says what is missing.</summary>
public sealed record TypedPerson(
    string? FirstName,
    string? LastName,
    string? DateOfBirth,
    string? Phone,
    string? Email,
    string? PreferredLanguage = null,
    string? TimeZone = null,
    string? Payer = null)
{
    public override string ToString() => "person";
}

/// <summary>Who books for somebody, as typed.</summary>
public sealed record TypedGuardian(string? FirstName, string? LastName, string? Phone, string? Email, string? Relationship)
{
    public override string ToString() => "guardian";
}

/// <summary>
/// Checks and normalizes a person, the same for booking, desk and pages. Errors go under <c>prefix.field</c>, e.g. <c>patient.firstName</c>; null is
/// answered when there are any.
/// </summary>
public static class PersonInput
{
    /// <summary>Nobody alive was born before.</summary>
    public static readonly LocalDate EarliestBirth = new(1900, 1, 1);

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
        return first is null || last is null || born is null || field.Failed ? null : new PersonDetails(first, last, born.Value, phone, email, language, zone, payer);
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

    /// <summary>One object's fields; remembers whether one of its own was wrong.</summary>
    internal sealed class Fields(string prefix, FieldErrors errors)
    {
        public bool Failed { get; private set; }

        public string? Name(string name, string? typed) => Text(name, typed, 100, needed: true);

        public string? Text(string name, string? typed, int longest, bool needed = false)
        {
            var cleaned = PersonText.Clean(typed);
            return cleaned.Length == 0
                ? needed ? Wrong(name, "This is needed.") : null
                : !PersonText.IsVisible(cleaned) ? Wrong(name, "Use visible characters only.")
                : !PersonText.IsWithin(cleaned, longest) ? Wrong(name, $"Use {longest} characters at most.")
                : cleaned;
        }

        public LocalDate? Birth(string name, string? typed, LocalDate today)
        {
            var parsed = LocalDatePattern.Iso.Parse(typed?.Trim() ?? "");
            var message = string.IsNullOrWhiteSpace(typed) ? "This is needed."
                : !parsed.Success ? "Write the date as yyyy-MM-dd."
                : parsed.Value > today ? "A birth date cannot be in the future."
                : parsed.Value < EarliestBirth ? "Check the year of birth."
                : null;
            return message is null ? parsed.Value : Wrong<LocalDate>(name, message);
        }

        public PhoneNumber? Phone(string name, string? typed, bool needed) => string.IsNullOrWhiteSpace(typed)
            ? needed ? Wrong<PhoneNumber>(name, "This is needed.") : null
            : PhoneNumber.TryParse(typed, out var phone) ? phone : Wrong<PhoneNumber>(name, "This is not a phone number. Outside North America begin with + and the country code.");

        public string? Email(string name, string? typed) => string.IsNullOrWhiteSpace(typed)
            ? null
            : PersonText.IsEmail(typed.Trim()) ? typed.Trim() : Wrong(name, "This is not an e-mail address.");

        public string? Zone(string name, string? typed) => string.IsNullOrWhiteSpace(typed)
            ? null
            : ClinicClock.TryIn(typed)?.Zone.Id ?? Wrong(name, "This is not an IANA time zone, such as America/New_York.");

        public string? OneOf(string name, string? typed, IReadOnlySet<string> words) => typed is null
            ? null
            : words.Contains(typed) ? typed : Wrong(name, $"Use one of: {string.Join(", ", words)}.");

        private string? Wrong(string name, string message)
        {
            Failed = true;
            errors.Add(prefix.Length == 0 ? name : $"{prefix}.{name}", message);
            return null;
        }

        private T? Wrong<T>(string name, string message)
            where T : struct
        {
            _ = Wrong(name, message);
            return null;
        }
    }
}
