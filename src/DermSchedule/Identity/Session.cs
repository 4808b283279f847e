using NodaTime;

namespace DermSchedule.Identity;

/// <summary>
/// A family of refresh tokens: one sign-in. Each use replaces the token; an old one used again means it was stolen, and ends the family.
/// </summary>
public sealed class Session
{
    /// <summary>However busy: sign in again after half a day (R-HI-4).</summary>
    public static readonly Duration Longest = Duration.FromHours(12);

    /// <summary>A refresh is due within the 15 minutes of the access token and the 15 idle minutes that R-HI-4 grants.</summary>
    public static readonly Duration LongestIdle = Duration.FromMinutes(30);

    public required Id<Session> Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>SHA-256 of the part that all refresh tokens of this sign-in share: finds the family of any old token.</summary>
    public required byte[] FamilyHash { get; init; }

    /// <summary>SHA-256 of the one refresh token that is good now.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>By the real clock.</summary>
    public required Instant CreatedAt { get; init; }

    public required Instant ExpiresAt { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>When a session refreshed now ends, unless it is refreshed again.</summary>
    public static Instant Expiry(Instant createdAt, Instant now) => Instant.Min(createdAt + Longest, now + LongestIdle);
}
