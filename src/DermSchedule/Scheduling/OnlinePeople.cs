using DermSchedule.Consents;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Who is coming and who booked, checked; and what was typed, kept as it was.</summary>
public sealed record OnlinePeople(PersonDetails Patient, GuardianDetails? BookedBy, TypedDetails Typed)
{
    /// <summary>What was answered before; null when nothing was.</summary>
    public TriageStanding? Triage { get; init; }

    /// <summary>What was said about texts; null when nobody was asked.</summary>
    public SaidAboutTexts? Texts { get; private init; }

    /// <summary>The number that was given to reach somebody: of who books, else the patient's. Texts go there, and consent is about it.</summary>
    public PhoneNumber? Reached => BookedBy?.Phone ?? Patient.Phone;

    /// <summary>The clinic's, once they have been checked against.</summary>
    public Policies Policies { get; private init; } = Policies.Default;

    /// <summary>All that is wrong with a booking before any time is looked at; fields by their JSON path.</summary>
    public static Result<OnlinePeople> Read(BookAppointment.Request request, LocalDate today)
    {
        if (request.HoldToken is null && (request.AppointmentTypeId is null || request.Start is null))
        {
            return Refusals.Field(request.AppointmentTypeId is null ? "appointmentTypeId" : "start", "Required without a holdToken.");
        }

        var errors = new FieldErrors();
        var language = string.Equals(request.Patient?.PreferredLanguage, "es", StringComparison.Ordinal) ? "es" : "en";
        var booker = request.BookedBy is { } by ? PersonInput.Read(by, "bookedBy", language, errors) : null;

        // A phone is enough to book; a child needs none, the guardian's will do (domain.md 1).
        var patient = PersonInput.Read(request.Patient, "patient", today, phoneNeeded: request.BookedBy is null, errors);

        if (errors.Any)
        {
            return errors.Refusal;
        }

        return new OnlinePeople(patient!, booker, AsTyped(patient!, booker))
        {
            Texts = request.SmsConsent is { } agreed ? new SaidAboutTexts(agreed, request.ConsentShown) : null,
        };
    }

    /// <summary>The same people by the policies in force as the visit is made: under age somebody else books, consents and gets the messages (domain.md 1).</summary>
    public Result<OnlinePeople> By(Policies policies, LocalDate today) => BookedBy is null && Patient.DateOfBirth.PlusYears(policies.AdultAge) > today
        ? Refusals.Field("bookedBy", $"A patient under {policies.AdultAge} is booked by a parent or carer: say who you are.")
        : this with { Policies = policies };

    private static TypedDetails AsTyped(PersonDetails patient, GuardianDetails? booker) => new(
        patient.FirstName, patient.LastName, patient.DateOfBirth, patient.Phone?.E164, patient.Email, patient.PreferredLanguage, patient.TimeZone, patient.Payer,
        booker is null ? null : new TypedBooker(booker.FirstName, booker.LastName, booker.Phone.E164, booker.Email, booker.Relationship))
    {
        Interpreter = patient.Interpreter,
    };
}

/// <summary>What somebody who books said about texts.</summary>
/// <param name="Agreed">Whether they may be sent.</param>
/// <param name="Shown">The words our own page showed; null where another program asked.</param>
public sealed record SaidAboutTexts(bool Agreed, ConsentText? Shown)
{
    /// <summary>As a line of the ledger.</summary>
    public ConsentSaid About(Clinic clinic, Appointment visit, PhoneNumber phone) => new(
        clinic.Id,
        phone,
        ConsentPurpose.VisitTexts,
        Agreed ? ConsentDecision.Granted : ConsentDecision.Declined,
        Shown is null ? ConsentSource.Api : ConsentSource.Wizard,
        Shown ?? ConsentTexts.Today.In(visit.Language, clinic.Name),
        visit.PatientId,
        visit.Id.Value);
}
