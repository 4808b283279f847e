namespace DermSchedule.Practices;

/// <summary>What a provider must be, whether added or changed.</summary>
internal static class ProviderRules
{
    /// <param name="request">What is wanted.</param>
    /// <param name="catalog">The practice as it stands.</param>
    /// <param name="stored">Before the change; a clinic that was deactivated meanwhile may stay in the list.</param>
    public static FieldErrors Check(AddProvider.Request request, Catalog catalog, Provider? stored = null)
    {
        var errors = new FieldErrors().Attributes(request);
        References.Check(request.ClinicIds, catalog.Clinics, clinic => clinic.Active || stored?.ClinicIds.Contains(clinic.Id) == true, "clinicIds", errors);
        References.Translations(request.Translations, catalog.Practice, errors);
        References.ExternalIds(request.ExternalIds, errors);
        return errors;
    }

    /// <summary>Only after <see cref="Check"/> found nothing wrong.</summary>
    public static void Apply(AddProvider.Request request, Provider provider)
    {
        provider.Name = request.Name!.Trim();
        provider.Title = request.Title?.Trim() ?? "";
        provider.Bio = request.Bio?.Trim() ?? "";
        provider.ClinicIds = [.. request.ClinicIds!];
        provider.Lanes = request.Lanes ?? 1;
        provider.AcceptsNewPatients = request.AcceptsNewPatients ?? true;
        provider.TravelMinutes = request.TravelMinutes ?? 0;
        provider.Translations = request.Translations ?? new Dictionary<string, ProviderWords>();
        provider.ExternalIds = ExternalIdWords.Stored(request.ExternalIds);
        provider.Active = request.Active ?? provider.Active;
    }

    public static AddProvider.Request Of(Provider provider) => new()
    {
        Name = provider.Name,
        Title = provider.Title,
        Bio = provider.Bio,
        ClinicIds = provider.ClinicIds,
        Lanes = provider.Lanes,
        AcceptsNewPatients = provider.AcceptsNewPatients,
        TravelMinutes = provider.TravelMinutes,
        Translations = provider.Translations,
        ExternalIds = ExternalIdWords.Of(provider.ExternalIds),
        Active = provider.Active,
    };
}
