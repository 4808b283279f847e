using DermSchedule.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Files;

/// <summary>The two public doors of this room for the host, which adds an <see cref="IFileStore"/>, an <see cref="IImageCleaner"/> and an <see cref="IFileScanner"/>.</summary>
public static class FilesRoom
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<CleaningTurns>();
        services.AddScoped<FileOwners>();
        services.AddScoped<FileLines>();
        services.AddScoped<FileBytes>();
        services.AddScoped<FileIntake>();
        services.AddScoped<FileRecords>();
        services.AddScoped<FileLinks>();
        services.AddScoped<FileCabinet>();
        services.AddScoped<IDueHandler, EraseBytes>();
        services.AddScoped<IDueHandler, ScanAgain>();
        services.AddScoped<ReadFile.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapFiles(this IEndpointRouteBuilder api) => ReadFile.Map(api);
}
