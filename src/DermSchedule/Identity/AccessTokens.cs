using System.Globalization;
using DermSchedule.Encryption;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DermSchedule.Identity;

/// <summary>
/// Signs and reads the access tokens of staff (RFC 9068, HS256). A token says who and which session; what they may do is asked of the database
/// again (<see cref="Standings"/>), so that a changed role holds within a minute.
/// </summary>
public sealed class AccessTokens(SigningKeys keys, SignInClock clock)
{
    public const string Issuer = "dermschedule";
    public const string Audience = "dermschedule-api";
    public const string Type = "at+jwt";
    private const string Purpose = "access tokens";
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    /// <summary>How long an access token is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Not inside a unit of work: the first call reads the signing key.</summary>
    public async Task<string> Issue(AccessClaims who, IReadOnlyList<Role> roles, IReadOnlyList<Guid>? clinics, CancellationToken ct)
    {
        var key = (await keys.For(Purpose, ct))[0];
        var now = clock.Time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = who.Account.ToString(),
            [JwtRegisteredClaimNames.Sid] = who.Session.ToString(),
            ["practice"] = who.Practice.ToString(),
            ["roles"] = roles.Select(Words.Of).ToArray(),
        };

        if (clinics is not null)
        {
            claims["clinics"] = clinics.Select(clinic => clinic.ToString("D")).ToArray();
        }

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = Type,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            Claims = claims,
            SigningCredentials = new SigningCredentials(KeyOf(key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Who the token speaks for; null when it is not ours, not for us, or over.</summary>
    public async Task<AccessClaims?> Read(string token, CancellationToken ct)
    {
        var signing = await keys.For(Purpose, ct);
        var result = await Handler.ValidateTokenAsync(token, Rules(signing));

        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            && AccountId.TryParse(jwt.Subject, null, out var account)
            && jwt.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sid, out var sid) && Id<Session>.TryParse(sid, null, out var session)
            && jwt.TryGetPayloadValue<string>("practice", out var at) && PracticeId.TryParse(at, null, out var practice)
            ? new AccessClaims(account, session, practice)
            : null;
    }

    // The key never comes from the token (no jku, no x5c, an unknown kid tries our own keys), and one algorithm is allowed: "none" and
    // asymmetric look-alikes have nothing to aim at.
    private TokenValidationParameters Rules(IReadOnlyList<SigningKey> signing) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidTypes = [Type],
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKeys = signing.Select(KeyOf),
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.Zero,
        NameClaimType = "name",
        LifetimeValidator = IsAlive,
    };

    // Given here because the library would ask the machine's clock itself.
    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        var now = clock.Time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end && (notBefore is not { } start || start <= now);
    }

    private static SymmetricSecurityKey KeyOf(SigningKey key) => new(key.Secret) { KeyId = key.Version.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>What an access token says.</summary>
public sealed record AccessClaims(AccountId Account, Id<Session> Session, PracticeId Practice);
