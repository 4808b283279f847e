namespace DermSchedule.Practices;

/// <summary>What a room or device must be, whether added or changed.</summary>
internal static class ResourceRules
{
    public static FieldErrors Check(AddResource.Request request, Catalog catalog, Resource? stored = null)
    {
        var errors = new FieldErrors().Attributes(request);
        var clinic = request.ClinicId is { } id ? catalog.Clinics.GetValueOrDefault(id) : null;
        errors.AddWhen(request.ClinicId is not null && (clinic is null || (stored is null && !clinic.Active)), "clinicId", "There is no such clinic in this practice.");
        errors.AddWhen(stored is not null && clinic is not null && clinic.Id != stored.ClinicId, "clinicId", "A room or device stays at its clinic: add it at the other one.");
        errors.AddWhen(!string.IsNullOrWhiteSpace(request.Kind) && request.Kind.Length <= 40 && !References.IsKind(request.Kind), "kind", "Use small letters, digits and _, beginning with a letter.");
        return errors;
    }

    /// <summary>Only after <see cref="Check"/> found nothing wrong.</summary>
    public static void Apply(AddResource.Request request, Resource resource)
    {
        resource.Name = request.Name!.Trim();
        resource.Kind = request.Kind!;
        resource.Active = request.Active ?? resource.Active;
    }

    public static AddResource.Request Of(Resource resource) => new()
    {
        ClinicId = resource.ClinicId,
        Name = resource.Name,
        Kind = resource.Kind,
        Active = resource.Active,
    };
}
