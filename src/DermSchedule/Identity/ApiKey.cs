using DermSchedule.Data;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>A key for a program of the practice; held by it, hashed here.</summary>
public sealed class ApiKey : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ApiKeyId Id { get; init; }

    public required string Name { get; set; }

    public required byte[] TokenHash { get; init; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Null means every clinic.</summary>
    public IReadOnlyList<Guid>? ClinicIds { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? RevokedAt { get; set; }
}
