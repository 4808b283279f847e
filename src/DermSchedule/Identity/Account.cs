using DermSchedule.Data;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>One human of the staff (R-HI-1): one account by e-mail, which may work in several practices. Never deleted, only deactivated.</summary>
public sealed class Account
{
    public required AccountId Id { get; init; }

    /// <summary>As typed; shown in Team.</summary>
    public required string Email { get; set; }

    /// <summary>Lower case; unique over all practices.</summary>
    public required string NormalizedEmail { get; set; }

    public required string Name { get; set; }

    /// <summary>PBKDF2 of the framework; null until the invitation is accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changed by everything that must end sessions.</summary>
    public required string SecurityStamp { get; set; }

    public bool Active { get; set; } = true;

    public required Instant CreatedAt { get; init; }
}

/// <summary>What an account may do in one practice.</summary>
public sealed class Membership : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required AccountId AccountId { get; init; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Null means every clinic.</summary>
    public IReadOnlyList<Guid>? ClinicIds { get; set; }

    public bool Active { get; set; } = true;
}

/// <summary>
/// A family of refresh tokens: one sign-in. Each use replaces the token; an old one used again means it was stolen, and ends the family.
/// </summary>
public sealed class Session
{
    public required Id<Session> Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>SHA-256 of the one refresh token that is good now.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>SHA-256 of the one before: its reuse ends the family.</summary>
    public byte[]? PreviousTokenHash { get; set; }

    public required Instant CreatedAt { get; init; }

    public required Instant ExpiresAt { get; set; }

    public Instant? EndedAt { get; set; }
}

/// <summary>A key for a program of the practice; held by it, hashed here.</summary>
public sealed class ApiKey : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required ApiKeyId Id { get; init; }

    public required string Name { get; set; }

    public required byte[] TokenHash { get; init; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    public IReadOnlyList<Guid>? ClinicIds { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? RevokedAt { get; set; }
}
