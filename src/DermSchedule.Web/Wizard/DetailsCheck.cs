using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Web.Ui;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// Says beside each field what is wrong with it, in the reader's language. The rules are the room's own (<see cref="PersonInput"/>); here are only
/// the words, and what a form can get wrong that JSON cannot.
/// </summary>
internal static class DetailsCheck
{
    // In the order of the page: the summary on top reads like it.
    private static readonly (string Path, string Field)[] Fields =
    [
        ("bookedBy.firstName", "bookerFirstName"), ("bookedBy.lastName", "bookerLastName"), ("bookedBy.relationship", "relationship"),
        ("patient.firstName", "firstName"), ("patient.lastName", "lastName"), ("patient.dateOfBirth", "birth"),
        ("patient.phone", "phone"), ("bookedBy.phone", "phone"), ("patient.email", "email"), ("bookedBy.email", "email"), ("patient.interpreter", "interpreter"),
    ];

    /// <summary>Field → message; empty when the form can be sent.</summary>
    public static IReadOnlyDictionary<string, string> Check(DetailsForm form, LocalDate today, int adultAge, Texts texts)
    {
        // There is nothing to type about somebody who comes again.
        if (form.Patient() is not { } patient)
        {
            return new Dictionary<string, string>();
        }

        var errors = new FieldErrors();
        _ = PersonInput.Read(patient, "patient", today, phoneNeeded: !form.ForSomeoneElse && form.Known is null, errors);

        if (form.Booker() is { } booker && form.Known is null)
        {
            _ = PersonInput.Read(booker, "bookedBy", form.Language, errors);
        }

        errors.AddWhen(form is { Known: not null, ForSomeoneElse: true, Relationship: "" }, "bookedBy.relationship", "Say how you are related.");

        // The age only when the date itself is right: one thing at a time.
        var messages = Say(errors.Refusal, form, today, texts);

        if (!messages.ContainsKey("birth") && BirthCheck.Age(form, today, adultAge, texts) is { } wrongAge)
        {
            messages["birth"] = wrongAge;
            return InOrder(messages);
        }

        return messages;
    }

    /// <summary>What a use case found wrong, in the words of the page.</summary>
    public static Dictionary<string, string> Say(Refusal? refusal, DetailsForm form, LocalDate today, Texts texts)
    {
        var wrong = refusal?.Members.GetValueOrDefault("errors") is IReadOnlyDictionary<string, string[]> found ? found.Keys.ToHashSet(StringComparer.Ordinal) : [];
        var messages = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (path, field) in Fields.Where(entry => wrong.Contains(entry.Path)))
        {
            messages.TryAdd(field, Message(field, form, today, texts));
        }

        return messages;
    }

    private static Dictionary<string, string> InOrder(Dictionary<string, string> messages) =>
        Fields.Select(entry => entry.Field).Distinct(StringComparer.Ordinal).Where(messages.ContainsKey).ToDictionary(field => field, field => messages[field], StringComparer.Ordinal);

    private static string Name(string typed, string need, Texts texts) => string.IsNullOrWhiteSpace(typed) ? need : texts.WrongLetters;

    private static string Message(string field, DetailsForm form, LocalDate today, Texts texts) => field switch
    {
        "firstName" => Name(form.FirstName, texts.NeedFirstName(form.ForSomeoneElse), texts),
        "lastName" => Name(form.LastName, texts.NeedLastName(form.ForSomeoneElse), texts),
        "bookerFirstName" => Name(form.BookerFirstName, texts.NeedYourFirstName, texts),
        "bookerLastName" => Name(form.BookerLastName, texts.NeedYourLastName, texts),
        "relationship" => texts.NeedRelationship,
        "birth" => BirthCheck.Date(form, today, texts) ?? texts.WrongBirth,
        "phone" => form.Phone.Length == 0 ? texts.NeedPhone : texts.WrongPhone,
        "interpreter" => texts.WrongLetters,
        _ => texts.WrongEmail,
    };
}
