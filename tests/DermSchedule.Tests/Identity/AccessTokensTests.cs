using System.Security.Cryptography;
using System.Text;
using DermSchedule.Encryption;
using DermSchedule.Identity;
using DermSchedule.Tests.Infrastructure;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Identity;

/// <summary>What must not pass as an access token (ASVS 9.1, 9.2).</summary>
public sealed class AccessTokensTests : IDisposable
{
    private static readonly AccessClaims Who = new(
        new AccountId(new Guid("01900000-0000-7000-8000-00000000000a")),
        new Id<Session>(new Guid("01900000-0000-7000-8000-00000000000b")),
        new PracticeId(new Guid("01900000-0000-7000-8000-00000000000c")));

    private static readonly byte[] Secret = Enumerable.Repeat((byte)7, 32).ToArray();
    private readonly FakeClock clock = new(Instant.FromUtc(2027, 3, 1, 13, 0));
    private readonly SigningKeys keys = new([new SigningKey(1, Secret)]);
    private readonly AccessTokens tokens;

    public AccessTokensTests() => tokens = new AccessTokens(keys, new SignInClock(clock));

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task A_token_says_who_it_was_given_to()
    {
        Assert.Equal(Who, await Read(await Issued()));
    }

    [Fact]
    public async Task A_token_is_good_for_a_quarter_of_an_hour_and_not_a_second_longer()
    {
        var token = await Issued();

        clock.Advance(Duration.FromSeconds((15 * 60) - 1));
        Assert.NotNull(await Read(token));

        clock.Advance(Duration.FromSeconds(1));
        Assert.Null(await Read(token));
    }

    [Fact]
    public async Task A_token_of_a_replaced_key_is_good_while_the_key_is_known()
    {
        var token = await Issued();
        using var rotated = new SigningKeys([new SigningKey(2, RandomNumberGenerator.GetBytes(32)), new SigningKey(1, Secret)]);
        using var replaced = new SigningKeys([new SigningKey(2, RandomNumberGenerator.GetBytes(32))]);

        Assert.NotNull(await new AccessTokens(rotated, new SignInClock(clock)).Read(token, CancellationToken.None));
        Assert.Null(await new AccessTokens(replaced, new SignInClock(clock)).Read(token, CancellationToken.None));
    }

    [Fact]
    public async Task An_unsigned_token_is_nothing()
    {
        var payload = (await Issued()).Split('.')[1];
        var none = Encode("""{"alg":"none","typ":"at+jwt"}""");

        Assert.Null(await Read($"{none}.{payload}."));
        Assert.Null(await Read($"{none}.{payload}"));
    }

    [Fact]
    public async Task A_changed_payload_is_nothing()
    {
        var parts = (await Issued()).Split('.');
        var forged = Encode(Decode(parts[1]).Replace("front_desk", "owner", StringComparison.Ordinal));

        Assert.NotEqual(parts[1], forged);
        Assert.Null(await Read($"{parts[0]}.{forged}.{parts[2]}"));
    }

    [Fact]
    public async Task A_token_of_another_key_is_nothing()
    {
        Assert.Null(await Read(Signed(key: new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))));
        Assert.Null(await Read(Signed(key: new SymmetricSecurityKey(Secret))));
    }

    [Fact]
    public async Task A_token_of_another_algorithm_of_the_same_key_is_nothing()
    {
        Assert.NotNull(await Read(Signed()));
        Assert.Null(await Read(Signed(algorithm: SecurityAlgorithms.HmacSha384)));
        Assert.Null(await Read(Signed(algorithm: SecurityAlgorithms.HmacSha512)));
    }

    [Fact]
    public async Task A_token_signed_asymmetrically_is_nothing()
    {
        using var rsa = RSA.Create(2048);

        Assert.Null(await Read(Signed(key: new RsaSecurityKey(rsa), algorithm: SecurityAlgorithms.RsaSha256)));
    }

    [Theory]
    [InlineData("JWT", AccessTokens.Issuer, AccessTokens.Audience)]
    [InlineData(null, AccessTokens.Issuer, AccessTokens.Audience)]
    [InlineData(AccessTokens.Type, "somebody", AccessTokens.Audience)]
    [InlineData(AccessTokens.Type, AccessTokens.Issuer, "another-api")]
    public async Task A_token_of_another_type_issuer_or_audience_is_nothing(string? type, string issuer, string audience)
    {
        Assert.Null(await Read(Signed(type: type, issuer: issuer, audience: audience)));
    }

    [Fact]
    public async Task A_token_without_an_end_or_before_its_time_is_nothing()
    {
        Assert.Null(await Read(Signed(expires: null)));
        Assert.Null(await Read(Signed(expires: clock.GetUtcNow().UtcDateTime.AddHours(2), notBefore: clock.GetUtcNow().UtcDateTime.AddHours(1))));
    }

    [Fact]
    public async Task A_token_without_a_session_is_nothing()
    {
        Assert.Null(await Read(Signed(session: null)));
        Assert.Null(await Read(Signed(session: "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.")]
    public async Task What_is_no_token_is_nothing(string text)
    {
        Assert.Null(await Read(text));
    }

    private Task<string> Issued() => tokens.Issue(Who, [Role.FrontDesk], clinics: null, CancellationToken.None);

    private Task<AccessClaims?> Read(string token) => tokens.Read(token, CancellationToken.None);

    private string Signed(
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.HmacSha256,
        string? type = AccessTokens.Type,
        string issuer = AccessTokens.Issuer,
        string audience = AccessTokens.Audience,
        string? session = "01900000-0000-7000-8000-00000000000b") =>
        Signed(clock.GetUtcNow().UtcDateTime.AddMinutes(5), key, algorithm, type, issuer, audience, session: session);

    private string Signed(
        DateTime? expires,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.HmacSha256,
        string? type = AccessTokens.Type,
        string issuer = AccessTokens.Issuer,
        string audience = AccessTokens.Audience,
        DateTime? notBefore = null,
        string? session = "01900000-0000-7000-8000-00000000000b")
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret, 32, info: Encoding.UTF8.GetBytes("dermschedule access tokens"));

        // Longer than what HS384 and HS512 ask for would be another key: the library is told to accept the short one.
        var signer = key ?? new SymmetricSecurityKey(algorithm == SecurityAlgorithms.HmacSha256 ? derived : [.. derived, .. new byte[32]]);
        var claims = new Dictionary<string, object> { ["sub"] = Who.Account.ToString(), ["practice"] = Who.Practice.ToString() };

        if (session is not null)
        {
            claims["sid"] = session;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            TokenType = type,
            Expires = expires,
            NotBefore = notBefore,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signer, algorithm),
        });
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);

    private static string Decode(string part) => Base64UrlEncoder.Decode(part);
}
