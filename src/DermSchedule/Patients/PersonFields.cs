using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Patients;

/// <content>One check per kind of field.</content>
public static partial class PersonInput
{
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

        /// <summary>The same for text of several lines.</summary>
        public string? Lines(string name, string? typed, int longest)
        {
            var cleaned = typed?.Trim() ?? "";
            return cleaned.Length == 0 ? null
                : !PersonText.IsVisibleLines(cleaned) ? Wrong(name, "Use visible characters only.")
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

        public void Refuse(string name, string message)
        {
            Failed = true;
            errors.Add(prefix.Length == 0 ? name : $"{prefix}.{name}", message);
        }

        private string? Wrong(string name, string message)
        {
            Refuse(name, message);
            return null;
        }

        private T? Wrong<T>(string name, string message)
            where T : struct
        {
            Refuse(name, message);
            return null;
        }
    }
}
