using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using DermSchedule.Patients;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>The details as they were typed. Kept as they are, so that a wrong answer can be shown again beside what is wrong with it.</summary>
public sealed record DetailsForm
{
    public const string Self = "self";
    public const string Child = "child";
    public const string OtherAdult = "other_adult";

    public static readonly IReadOnlyList<string> Relationships = ["parent", "guardian", "family", "carer"];

    public string For { get; init; } = Self;

    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";

    public string BirthMonth { get; init; } = "";

    public string BirthDay { get; init; } = "";

    public string BirthYear { get; init; } = "";

    public string BookerFirstName { get; init; } = "";

    public string BookerLastName { get; init; } = "";

    public string Relationship { get; init; } = "";

    /// <summary>Of the patient, or of who books for the patient.</summary>
    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>Tells a second press of the button from answers for somebody else; the answers cannot be read from it.</summary>
    public string Fingerprint() => Convert.ToBase64String(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));

    public bool SmsConsent { get; init; }

    /// <summary>Language of the interpreter that is needed; empty when none is.</summary>
    public string Interpreter { get; init; } = "";

    /// <summary>The mark of the words beside that box (<see cref="Consents.ConsentText.Mark"/>); empty where nobody was asked.</summary>
    public string SmsWords { get; init; } = "";

    /// <summary>Empty when not said.</summary>
    public string Payer { get; init; } = "";

    /// <summary>The visit from which the rest is known; null where all of it is typed.</summary>
    [JsonIgnore]
    public KnownVisit? Known { get; init; }

    public bool ForSomeoneElse => For is Child or OtherAdult;

    /// <summary>No person in a log.</summary>
    public override string ToString() => "details";

    /// <summary>What a form post says; what is missing is empty, what is too long is cut where no honest answer reaches.</summary>
    public static DetailsForm Read(IFormCollection form)
    {
        string Text(string name, int longest = 100) => form[name].ToString() is var text && text.Length > longest ? text[..longest] : text;

        return new DetailsForm
        {
            For = Text("for") is Child or OtherAdult ? Text("for") : Self,
            FirstName = Text("firstName"),
            LastName = Text("lastName"),
            BirthMonth = Text("birthMonth", 4),
            BirthDay = Text("birthDay", 4),
            BirthYear = Text("birthYear", 6),
            BookerFirstName = Text("bookerFirstName"),
            BookerLastName = Text("bookerLastName"),
            Relationship = Relationships.Contains(Text("relationship")) ? Text("relationship") : "",
            Phone = Text("phone", 40),
            Email = Text("email", 254),
            Language = Text("language") is "es" ? "es" : "en",
            Interpreter = Text("interpreter", 60),
            SmsConsent = Text("smsConsent") == "yes",
            SmsWords = Text("smsWords", 20),
            Payer = PersonInput.Payers.Contains(Text("payer")) ? Text("payer") : "",
        };
    }

    /// <summary>The three parts as a date; null when they are none.</summary>
    public LocalDate? Birth()
    {
        if (!Part(BirthYear, out var year) || !Part(BirthMonth, out var month) || !Part(BirthDay, out var day) || month is < 1 or > 12 || year is < 1800 or > 9000)
        {
            return null;
        }

        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    /// <summary>Null where the same person comes again.</summary>
    public TypedPerson? Patient() => Known is { SamePerson: true } ? null : new(
        FirstName, LastName, Birth()?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Own(Phone), Own(Email), Language,
        Payer: Payer.Length == 0 ? null : Payer, Interpreter: Interpreter);

    public TypedGuardian? Booker() => (ForSomeoneElse, Known) switch
    {
        (false, _) or (_, { SamePerson: true }) => null,
        (_, null) => new(BookerFirstName, BookerLastName, Phone, Relationship, Email),
        _ => new(null, null, null, Relationship),
    };

    private string? Own(string typed) => ForSomeoneElse || Known is not null ? null : typed;

    private static bool Part(string text, out int number) =>
        int.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
}
