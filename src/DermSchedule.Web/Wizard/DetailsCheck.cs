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
        ("patient.phone", "phone"), ("bookedBy.phone", "phone"), ("patient.email", "email"), ("bookedBy.email", "email"),
    ];

    /// <summary>Field → message; empty when the form can be sent.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="today">At the clinic.</param>
    /// <param name="adultAge">Under this age a visit is booked by somebody else: the clinic's policy.</param>
    /// <param name="texts">In the reader's language.</param>
    public static IReadOnlyDictionary<string, string> Check(DetailsForm form, LocalDate today, int adultAge, Texts texts)
    {
        var errors = new FieldErrors();
        _ = PersonInput.Read(form.Patient(), "patient", today, phoneNeeded: !form.ForSomeoneElse, errors);

        if (form.Booker() is { } booker)
        {
            _ = PersonInput.Read(booker, "bookedBy", form.Language, errors);
        }

        var messages = Say(errors.Refusal, form, texts);

        if (form is { ForSomeoneElse: false } && form.Birth() is { } born && born <= today && born.PlusYears(adultAge) > today)
        {
            messages["birth"] = texts.TooYoung(adultAge);
        }

        return messages;
    }

    /// <summary>What a use case found wrong, in the words of the page.</summary>
    public static Dictionary<string, string> Say(Refusal? refusal, DetailsForm form, Texts texts)
    {
        var wrong = refusal?.Members.GetValueOrDefault("errors") is IReadOnlyDictionary<string, string[]> found ? found.Keys.ToHashSet(StringComparer.Ordinal) : [];
        var messages = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (path, field) in Fields.Where(entry => wrong.Contains(entry.Path)))
        {
            messages.TryAdd(field, Message(field, form, texts));
        }

        return messages;
    }

    private static string Message(string field, DetailsForm form, Texts texts) => field switch
    {
        "firstName" or "bookerFirstName" => texts.NeedFirstName,
        "lastName" or "bookerLastName" => texts.NeedLastName,
        "relationship" => texts.NeedRelationship,
        "birth" => form is { BirthMonth: "", BirthDay: "", BirthYear: "" } ? texts.NeedBirth : texts.WrongBirth,
        "phone" => form.Phone.Length == 0 ? texts.NeedPhone : texts.WrongPhone,
        _ => texts.WrongEmail,
    };
}
