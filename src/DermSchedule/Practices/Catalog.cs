using System.Collections.Frozen;

namespace DermSchedule.Practices;

/// <summary>
/// Everything of a practice but its visits, as it stood at one settings version: read once, shared by all requests, never changed
/// (performance.md hint 5). Its rows are not tracked; treat them as values.
/// </summary>
public sealed record Catalog
{
    public required Practice Practice { get; init; }

    public required FrozenDictionary<ClinicId, Clinic> Clinics { get; init; }

    public required FrozenDictionary<ProviderId, Provider> Providers { get; init; }

    public required FrozenDictionary<ResourceId, Resource> Resources { get; init; }

    public required FrozenDictionary<AppointmentTypeId, AppointmentType> AppointmentTypes { get; init; }

    public required IReadOnlyList<ProviderSchedule> Schedules { get; init; }

    public required IReadOnlyList<ProviderException> Exceptions { get; init; }

    public required IReadOnlyList<DateOverride> DateOverrides { get; init; }

    public required FrozenDictionary<ClinicId, PolicySet> PolicySets { get; init; }

    public long Version => Practice.SettingsVersion;

    /// <summary>The active clinic with this slug.</summary>
    public Clinic? ClinicBySlug(string slug) => Clinics.Values.FirstOrDefault(clinic => clinic.Active && string.Equals(clinic.Slug, slug, StringComparison.Ordinal));

    /// <summary>The policies in force at a clinic: its own, else the practice's, else the defaults.</summary>
    public Policies PoliciesAt(ClinicId clinic) =>
        PolicySets.GetValueOrDefault(clinic)?.Policies ?? PolicySets.GetValueOrDefault(PolicySet.WholePractice)?.Policies ?? Policies.Default;

    /// <summary>Active providers who perform the type at the clinic for such a patient, in a stable order.</summary>
    public IEnumerable<Provider> ProvidersFor(AppointmentType type, ClinicId clinic, PatientKind? kind) => Providers.Values
        .Where(provider => provider.Active && provider.ClinicIds.Contains(clinic)
            && (type.ProviderIds.Count == 0 || type.ProviderIds.Contains(provider.Id))
            && (kind != PatientKind.New || provider.AcceptsNewPatients))
        .OrderBy(provider => provider.Id);

    /// <summary>Whether a room or device is there to be taken.</summary>
    public bool IsInUse(ResourceId resource) => Resources.GetValueOrDefault(resource) is { Active: true };

    /// <summary>Whether the type is performed at the clinic at all.</summary>
    public static bool IsOffered(AppointmentType type, ClinicId clinic) => type.Active && (type.ClinicIds.Count == 0 || type.ClinicIds.Contains(clinic));
}
