using DermSchedule.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DermSchedule.Identity;

/// <summary>The public doors of this room for the host.</summary>
public static class IdentityRoom
{
    /// <summary>The host may add <see cref="LoginDelays"/> before.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.TryAddSingleton(new LoginDelays());
        services.TryAddSingleton(new SignInClock(TimeProvider.System));
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<StandingCache>();
        services.AddScoped<Accounts>();
        services.AddScoped<PatientLinks>();
        services.AddScoped<Sessions>();
        services.AddScoped<SignInTrail>();
        services.AddScoped<Standings>();
        services.AddScoped<Team>();
        services.AddScoped<NewApiKey>();
        AddUseCases(services);
        AddAuthentication(services);
        return services;
    }

    /// <summary>After routing and before endpoints: notes where a request comes from, reads its token and applies the route's <see cref="Access"/>.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app)
    {
        app.UseMiddleware<CallerOnTheWire>();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth");
        auth.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<IdempotentRequest>().Disarm();
            return next(context);
        });
        SignIn.Map(auth);
        RefreshSession.Map(auth);
        EndSession.Map(auth);
        AcceptInvitation.Map(auth);

        var users = api.MapGroup("/settings/users");
        ListUsers.Map(users);
        InviteUser.Map(users);
        ReadUser.Map(users);
        ChangeUser.Map(users);
        DeactivateUser.Map(users);
        RenewInvitation.Map(users);

        ListRoles.Map(api.MapGroup("/settings/roles"));

        var keys = api.MapGroup("/settings/api-keys");
        ListApiKeys.Map(keys);
        CreateApiKey.Map(keys);
        RevokeApiKey.Map(keys);
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<SignIn.Handler>();
        services.AddScoped<RefreshSession.Handler>();
        services.AddScoped<EndSession.Handler>();
        services.AddScoped<AcceptInvitation.Handler>();
        services.AddScoped<FoundPractice.Handler>();
        services.AddScoped<ListUsers.Handler>();
        services.AddScoped<InviteUser.Handler>();
        services.AddScoped<ReadUser.Handler>();
        services.AddScoped<ChangeUser.Handler>();
        services.AddScoped<DeactivateUser.Handler>();
        services.AddScoped<RenewInvitation.Handler>();
        services.AddScoped<ListRoles.Handler>();
        services.AddScoped<ListApiKeys.Handler>();
        services.AddScoped<CreateApiKey.Handler>();
        services.AddScoped<RevokeApiKey.Handler>();
    }

    // These schemes keep the real clock: the demo clock would end every session (architecture.md 3.2).
    private static void AddAuthentication(IServiceCollection services)
    {
        services.AddAuthentication(BearerSchemes.Any)
            .AddPolicyScheme(BearerSchemes.Any, displayName: null, scheme => scheme.ForwardDefaultSelector = BearerSchemes.Choose)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenAuthentication>(BearerSchemes.AccessToken, Real)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(BearerSchemes.ApiKey, Real)
            .AddScheme<AuthenticationSchemeOptions, PatientLinkAuthentication>(BearerSchemes.PatientLink, Real);

        var rule = new AccessRule();
        services.AddSingleton<IAuthorizationHandler>(rule);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(rule).Build());

        static void Real(AuthenticationSchemeOptions scheme) => scheme.TimeProvider = TimeProvider.System;
    }
}
