namespace DermSchedule.Practices;

/// <summary>What a clinic must be, whether it is added or changed.</summary>
internal static class ClinicRules
{
    public static FieldErrors Check(AddClinic.Request request)
    {
        var errors = new FieldErrors().Attributes(request);
        errors.AddWhen(
            request.Slug is { Length: <= 80 } slug && !Slugs.IsValid(slug),
            "slug",
            "Use 2 to 40 small letters and digits, with single hyphens between them, and no word that the application needs itself.");
        errors.AddWhen(!string.IsNullOrWhiteSpace(request.TimeZone) && ClinicClock.TryIn(request.TimeZone) is null, "timeZone", "Send an IANA time zone, e.g. America/New_York.");
        errors.AddWhen(!string.IsNullOrWhiteSpace(request.Phone) && !PhoneNumber.TryParse(request.Phone, out _), "phone", "This is not a phone number.");
        errors.AddWhen(request.Address?.AsSpan().ContainsAny('\r', '\n') == true, "address", "Write the address on one line.");
        References.ExternalIds(request.ExternalIds, errors);
        return errors;
    }

    public static Clinic New(AddClinic.Request request, PracticeId practice, ClinicId id)
    {
        var clinic = new Clinic { PracticeId = practice, Id = id, Slug = "", Name = "", TimeZone = "", Phone = "", Address = "" };
        Apply(request, clinic);
        return clinic;
    }

    /// <summary>Only after <see cref="Check"/> found nothing wrong.</summary>
    public static void Apply(AddClinic.Request request, Clinic clinic)
    {
        clinic.Slug = request.Slug!;
        clinic.Name = request.Name!.Trim();
        clinic.MessageName = string.IsNullOrWhiteSpace(request.MessageName) ? null : request.MessageName.Trim();
        clinic.TimeZone = request.TimeZone!;
        clinic.Phone = PhoneNumber.TryParse(request.Phone, out var phone) ? phone.E164 : throw new InvalidOperationException("The phone was not checked.");
        clinic.Address = request.Address!.Trim();
        clinic.ExternalIds = ExternalIdWords.Stored(request.ExternalIds);
        clinic.Active = request.Active ?? clinic.Active;
    }

    public static AddClinic.Request Of(Clinic clinic) => new()
    {
        Slug = clinic.Slug,
        Name = clinic.Name,
        MessageName = clinic.MessageName,
        TimeZone = clinic.TimeZone,
        Phone = clinic.Phone,
        Address = clinic.Address,
        ExternalIds = ExternalIdWords.Of(clinic.ExternalIds),
        Active = clinic.Active,
    };

    /// <summary>Two claims of one slug at once: the key of the directory, or of the practice's own clinics, refuses the second.</summary>
    public static Refusal? Taken(string table) => table is "directory" or "practices_clinics" ? AddClinic.SlugTaken : null;

    /// <summary>Deactivating asks for future visits first, so a change may only bring something back.</summary>
    public static Refusal? Deactivates(bool? asked, bool stored) =>
        asked == false && stored ? Refusals.Field("active", "Deactivate with DELETE, which looks for future visits first.") : null;
}
