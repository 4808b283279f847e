using System.ComponentModel.DataAnnotations;

namespace DermSchedule.Practices;

/// <summary>The id of one of our records in another system, as it is sent: <c>externalIds[{ system, value }]</c>.</summary>
public sealed record ExternalIdWords
{
    [Required]
    [MaxLength(100)]
    public string? System { get; init; }

    [Required]
    [MaxLength(200)]
    public string? Value { get; init; }

    public static IReadOnlyList<ExternalId> Stored(IReadOnlyList<ExternalIdWords>? sent) => [.. (sent ?? []).Select(id => new ExternalId(id.System!, id.Value!))];

    public static IReadOnlyList<ExternalIdWords> Of(IReadOnlyList<ExternalId> stored) => [.. stored.Select(id => new ExternalIdWords { System = id.System, Value = id.Value })];
}
