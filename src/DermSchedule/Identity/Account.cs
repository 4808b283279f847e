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

    /// <summary>As the first practice wrote it. What a practice calls its member is <see cref="Membership.Name"/>, so that none reads another's words.</summary>
    public required string Name { get; set; }

    /// <summary>PBKDF2 of the framework; null until the invitation is accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changed by everything that must end sessions.</summary>
    public required string SecurityStamp { get; set; }

    public bool Active { get; set; } = true;

    public required Instant CreatedAt { get; init; }

    public static string Normalize(string email) => email.Trim().ToLowerInvariant();
}

/// <summary>What an account may do in one practice.</summary>
public sealed class Membership : IPracticeOwned
{
    public required PracticeId PracticeId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>What this practice calls the person.</summary>
    public required string Name { get; set; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    public IReadOnlyList<Privilege> Privileges { get; set; } = [];

    /// <summary>Null means every clinic.</summary>
    public IReadOnlyList<Guid>? ClinicIds { get; set; }

    public required Instant InvitedAt { get; init; }

    /// <summary>When the person proved to own the account by accepting. A practice can name any e-mail; only its owner turns that into a membership.</summary>
    public Instant? JoinedAt { get; set; }

    /// <summary>Deactivated by the practice; the person may still work in another.</summary>
    public Instant? LeftAt { get; set; }

    public bool IsIn => JoinedAt is not null && LeftAt is null;
}

/// <summary>
/// That an account may sign in to a practice now: made when it joins, gone when it leaves. Read before the tenant is known, so it says nothing else.
/// </summary>
public sealed class Workplace
{
    public required AccountId AccountId { get; init; }

    public required PracticeId PracticeId { get; init; }
}

/// <summary>A one-time token by which a person joins a practice, and chooses a password if the account has none.</summary>
public sealed class Invitation
{
    /// <summary>The prefix of its token.</summary>
    public const string Prefix = "i_";

    /// <summary>How long it can be accepted.</summary>
    public static readonly Duration Life = Duration.FromHours(24);

    public required byte[] TokenHash { get; init; }

    public required PracticeId PracticeId { get; init; }

    public required AccountId AccountId { get; init; }

    public required Instant ExpiresAt { get; set; }

    public Instant? UsedAt { get; set; }
}
