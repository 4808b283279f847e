namespace DermSchedule.Practices;

/// <summary>A provider as settings answer it.</summary>
public record StoredProvider(
    ProviderId Id,
    string Name,
    string Title,
    string Bio,
    IReadOnlyList<ClinicId> ClinicIds,
    int Lanes,
    bool AcceptsNewPatients,
    int TravelMinutes,
    IReadOnlyDictionary<string, ProviderWords> Translations,
    IReadOnlyList<ExternalIdWords> ExternalIds,
    bool Active)
{
    public static StoredProvider Of(Provider provider) => new(
        provider.Id,
        provider.Name,
        provider.Title,
        provider.Bio,
        provider.ClinicIds,
        provider.Lanes,
        provider.AcceptsNewPatients,
        provider.TravelMinutes,
        provider.Translations,
        ExternalIdWords.Of(provider.ExternalIds),
        provider.Active);
}
