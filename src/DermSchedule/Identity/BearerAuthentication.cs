using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DermSchedule.Identity;

/// <summary>The schemes behind <c>Authorization: Bearer</c>; which one reads a token is seen by its prefix.</summary>
public static class BearerSchemes
{
    /// <summary>Chooses one of the others.</summary>
    public const string Any = "bearer";

    public const string AccessToken = "access-token";
    public const string ApiKey = "api-key";
    public const string PatientLink = "patient-link";

    internal static string Choose(HttpContext http) =>
        TokenOf(http) is not { } token ? AccessToken
        : token.StartsWith(Token.ApiKey, StringComparison.Ordinal) ? ApiKey
        : token.StartsWith(Token.Visit, StringComparison.Ordinal) ? PatientLink
        : AccessToken;

    internal static string? TokenOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim()
        : http.GetEndpoint()?.Metadata.GetMetadata<TokenInQuery>() is not null && http.Request.Query["token"] is [{ } token] && token.StartsWith(Token.Visit, StringComparison.Ordinal) ? token
        : null;
}

/// <summary>Reads a bearer token, enters its practice and says who calls. A "no" is a problem document, never a redirect.</summary>
internal abstract class BearerAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    // A route for everybody is the same for everybody: its practice comes from the slug or the token in its path, and a staff token of another
    // practice must not stand in the way.
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerSchemes.TokenOf(Context) is not { } token || Context.GetEndpoint()?.Metadata.GetMetadata<Access>() is null or { Anyone: true })
        {
            return AuthenticateResult.NoResult();
        }

        return await Recognise(token) is { } who
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", who.ToString("D"))], Scheme.Name, "sub", "role")), Scheme.Name))
            : AuthenticateResult.Fail("The token opens nothing.");
    }

    /// <summary>Fills <see cref="Caller"/> and answers who it is; null when the token means nothing.</summary>
    protected abstract Task<Guid?> Recognise(string token);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refusals.Unauthenticated.ToProblem().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.Forbidden.ToProblem().ExecuteAsync(Context);
}

/// <summary>Staff with an access token of <see cref="SignIn"/>.</summary>
internal sealed class AccessTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccessTokens tokens, Standings standings, Caller caller)
    : BearerAuthentication(options, logs, encoder)
{
    protected override async Task<Guid?> Recognise(string token)
    {
        if (await tokens.Read(token, Context.RequestAborted) is not { } claims || await standings.OfSession(claims, Context.RequestAborted) is not { } standing)
        {
            return null;
        }

        caller.BecomeStaff(CallerKind.User, standing.Id, claims.Session.Value, standing.Roles, standing.Clinics);
        caller.Grant(standing.Privileges);
        return standing.Id;
    }
}

/// <summary>A program of the practice with an API key.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Standings standings, Caller caller)
    : BearerAuthentication(options, logs, encoder)
{
    protected override async Task<Guid?> Recognise(string token)
    {
        if (!Token.Looks(token, Token.ApiKey) || await standings.OfApiKey(new Token(token), Context.RequestAborted) is not { } standing)
        {
            return null;
        }

        caller.BecomeStaff(CallerKind.ApiKey, standing.Id, session: null, standing.Roles, standing.Clinics);
        return standing.Id;
    }
}

/// <summary>A patient with the link of a visit. Which visit the route asks for, the use case compares with the caller.</summary>
internal sealed class PatientLinkAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, PatientLinks links, Caller caller)
    : BearerAuthentication(options, logs, encoder)
{
    protected override async Task<Guid?> Recognise(string token)
    {
        if (await links.Open(new Token(token), Context.RequestAborted) is not { } visit)
        {
            return null;
        }

        caller.BecomePatient(visit.Value);
        return visit.Value;
    }
}
