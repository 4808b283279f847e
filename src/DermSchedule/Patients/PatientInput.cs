using NodaTime;

namespace DermSchedule.Patients;

/// <summary>Checks and normalizes what the desk writes about a patient; the person part by the rules of <see cref="PersonInput"/>.</summary>
internal static class PatientInput
{
    private const int MostListed = 20;

    /// <summary>The day that has begun somewhere on earth: a practice has clinics in several zones, and nobody is born later than that.</summary>
    public static LocalDate Today(TimeProvider clock) => clock.GetCurrentInstant().WithOffset(Offset.FromHours(14)).Date;

    /// <param name="form">As written.</param>
    /// <param name="today">Nobody is born later.</param>
    /// <param name="birthNeeded">False for the record of somebody who is known as a guardian alone.</param>
    /// <param name="errors">Collects what is wrong.</param>
    public static PatientFacts? Read(PatientForm form, LocalDate today, bool birthNeeded, FieldErrors errors)
    {
        var field = new PersonInput.Fields("", errors);
        var first = field.Name("firstName", form.FirstName);
        var last = field.Name("lastName", form.LastName);
        var born = birthNeeded || form.DateOfBirth is not null ? field.Birth("dateOfBirth", form.DateOfBirth, today) : null;
        var phone = field.Phone("phone", form.Phone, needed: false);
        var email = field.Email("email", form.Email);
        var language = field.OneOf("preferredLanguage", form.PreferredLanguage, PersonInput.Languages) ?? "en";
        var zone = field.Zone("timeZone", form.TimeZone);
        var details = Details(form, field);
        return first is null || last is null || field.Failed ? null : new PatientFacts(first, last, born, phone?.E164, email, language, zone, details);
    }

    private static PatientDetails Details(PatientForm form, PersonInput.Fields field) => new()
    {
        Payer = field.OneOf("payer", form.Payer, PersonInput.Payers),
        PreferredName = field.Text("preferredName", form.PreferredName, 100),
        SexForClinic = field.Text("sexForClinic", form.SexForClinic, 40),
        Address = field.Lines("address", form.Address, 300),
        Notes = field.Lines("notes", form.Notes, 4000),
        Flags = Each(form.Flags, "flags", field, (flag, path) => field.Text(path, flag, 60, needed: true)),
        Interpreter = field.Text("interpreter", form.Interpreter, PersonInput.LongestLanguage),
        AccessNeeds = field.Lines("accessNeeds", form.AccessNeeds, 500),
        ContactPreferences = form.ContactPreferences ?? new ContactPreferences(false, false, false, false),
        Insurance = Insurance(form.Insurance, field),
        Referral = field.Lines("referral", form.Referral, 300),
        ExternalIds = Each(form.ExternalIds, "externalIds", field, (id, path) => ExternalId(id, path, field)),
    };

    private static Insurance? Insurance(Insurance? typed, PersonInput.Fields field) => typed is null ? null : new Insurance(
        field.Text("insurance.carrier", typed.Carrier, 100),
        field.Text("insurance.memberId", typed.MemberId, 60),
        field.Text("insurance.groupNumber", typed.GroupNumber, 60),
        field.Text("insurance.subscriber", typed.Subscriber, 200));

    private static PatientExternalId? ExternalId(PatientExternalId? typed, string path, PersonInput.Fields field) =>
        field.Text(path + ".system", typed?.System, 60, needed: true) is { } system && field.Text(path + ".value", typed?.Value, 120, needed: true) is { } value
            ? new PatientExternalId(system, value)
            : null;

    private static List<T> Each<T>(IReadOnlyList<T>? typed, string name, PersonInput.Fields field, Func<T, string, T?> read)
        where T : class
    {
        if (typed?.Count > MostListed)
        {
            field.Refuse(name, $"Use {MostListed} at most.");
            return [];
        }

        return [.. (typed ?? []).Select((item, at) => read(item, $"{name}[{at}]")).OfType<T>()];
    }
}
