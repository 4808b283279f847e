using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Patients;

/// <summary>The two public doors of this room for the host.</summary>
public static class PatientsRoom
{
    public static IServiceCollection AddPatients(this IServiceCollection services)
    {
        services.AddScoped<PatientRecords>();
        services.AddScoped<ListPatients.Handler>();
        services.AddScoped<ReadPatient.Handler>();
        services.AddScoped<AddPatient.Handler>();
        services.AddScoped<ChangePatient.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapPatients(this IEndpointRouteBuilder api)
    {
        var patients = api.MapGroup("/patients");
        ListPatients.Map(patients);
        ReadPatient.Map(patients);
        AddPatient.Map(patients);
        ChangePatient.Map(patients);
    }
}
