using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Patients;

/// <summary>The two public doors of this room for the host.</summary>
public static class PatientsRoom
{
    public static IServiceCollection AddPatients(this IServiceCollection services)
    {
        services.AddScoped<PatientRecords>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapPatients(this IEndpointRouteBuilder api) => _ = api;
}
