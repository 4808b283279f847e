using DermSchedule.Encryption.Rotation;
using DermSchedule.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Encryption;

/// <summary>The two public doors of this room for the host.</summary>
public static class EncryptionRoom
{
    public static IServiceCollection AddEncryption(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SigningKeys>();
        services.AddScoped<Vault>();
        services.AddSingleton<KeyCommands>();
        services.AddScoped<ResealWork>();
        services.AddScoped<IDueHandler, ResealWork>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapEncryption(this IEndpointRouteBuilder api) => _ = api;
}
