using DermSchedule.Practices;
using DermSchedule.Tasks;

namespace DermSchedule.Triage;

/// <summary>What a visitor said, checked. Only a phone that is none, a word that is far too long and an answer to no question of ours are wrong: whoever needs help is not sent back for form's sake, and an answer that nobody reads would be a danger unheard.</summary>
public sealed record TriageInput(PatientKind PatientKind, Category Category, TriageSheet Sheet, Contact? Contact, SubmitTriage.Earlier? Follows)
{
    private const int LongestWord = 60;

    public string Language { get; init; } = "en";

    /// <summary>Whom the clinic would call anyway, because the visit says it; used where nobody says whom. It takes the place of no number that was given.</summary>
    internal Contact? Known { get; init; }

    /// <summary>
    /// The answers that a booked visit has already, where its patient answers anew; null where it has none. Said for a visit, it is the only word on the matter: answers that
    /// somebody names besides are of another visit.
    /// </summary>
    internal TriageId? Replaces
    {
        get;
        init
        {
            field = value;
            Follows = null;
        }
    }

    /// <summary>What is wrong with the contact; null when nothing is. Whoever must not wait is judged all the same.</summary>
    public Refusal? ContactRefusal { get; private init; }

    public static Result<TriageInput> Read(SubmitTriage.Request request)
    {
        var errors = new FieldErrors();
        errors.AddWhen(request.BodyAreas?.Any(area => area is null or { Length: > LongestWord }) == true, "bodyAreas", $"Name body areas in words of at most {LongestWord} letters.");
        errors.AddWhen(request.Answers?.Keys.Any(id => !TriageRules.Standard.Asks(id)) == true, "answers", "These are not questions of ours.");
        var reach = new FieldErrors();
        var contact = ReadContact(request.Contact?.FirstName, request.Contact?.Phone, "contact.phone", reach);

        return errors.Any ? errors.Refusal : new TriageInput(request.PatientKind!.Value, request.Category!.Value, SheetOf(request), contact, request.Follows) { ContactRefusal = reach.Found };
    }

    /// <summary>A first name alone reaches nobody, so the contact is the phone; null without one.</summary>
    internal static Contact? ReadContact(string? firstName, string? phone, string path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(phone))
        {
            return null;
        }

        if (!PhoneNumber.TryParse(phone, out var number))
        {
            errors.Add(path, "Give a phone number with area code.");
            return null;
        }

        return new Contact(string.IsNullOrWhiteSpace(firstName) ? null : firstName.Trim(), number.E164);
    }

    private static TriageSheet SheetOf(SubmitTriage.Request request) => new()
    {
        VisitFor = request.VisitFor ?? VisitFor.Self,
        AgeYears = request.AgeMonths / 12 ?? request.AgeYears,
        AgeMonths = request.AgeMonths,
        Cosmetic = request.Category == Practices.Category.Cosmetic,
        Concern = string.IsNullOrWhiteSpace(request.Concern) ? "other" : request.Concern.Trim(),
        Symptoms = request.Symptoms ?? "",
        BodyAreas = request.BodyAreas ?? [],
        Onset = request.Onset,
        Answers = request.Answers ?? new Dictionary<string, TriageAnswer>(),
    };
}
