using DermSchedule.Data;

namespace DermSchedule.Practices;

/// <summary>The tenant: a group of clinics with common providers, patients and staff (domain.md 1).</summary>
public sealed class Practice : IPracticeOwned
{
    public required PracticeId Id { get; init; }

    public PracticeId PracticeId => Id;

    public required string Name { get; set; }

    /// <summary>Language of texts that have no translation: <c>en</c> or <c>es</c>.</summary>
    public string Language { get; set; } = "en";

    public string CurrencyCode { get; set; } = "USD";

    /// <summary>
    /// Raised by every settings transaction. A catalog in memory is good as long as this number stands (performance.md hint 5).
    /// </summary>
    public long SettingsVersion { get; set; } = 1;
}
