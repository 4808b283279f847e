using DermSchedule.Audit;
using DermSchedule.Consents;
using DermSchedule.Data;
using DermSchedule.Drafts;
using DermSchedule.Encryption;
using DermSchedule.Files;
using DermSchedule.Identity;
using DermSchedule.Jobs;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tasks;
using DermSchedule.Triage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule;

/// <summary>All rooms at once. The host adds an engine, a <see cref="MasterKey"/>, a <see cref="TimeProvider"/> and the adapters of the ports.</summary>
public static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection services)
    {
        // Here and not in the host: the generator behind it sees the request records of the assembly that calls it, and no other's.
        services.AddValidation();
        services.AddSingleton<Ids>();
        services.AddScoped<Caller>();
        services.AddScoped<PracticeScope>();
        services.AddScoped<IdempotentRequest>();
        return services.AddEncryption().AddAudit().AddJobs().AddTasks().AddPractices().AddPatients().AddConsents().AddIdentity().AddFiles().AddTriage().AddScheduling().AddDrafts();
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapEncryption();
        api.MapAudit();
        api.MapJobs();
        api.MapTasks();
        api.MapPractices();
        api.MapPatients();
        api.MapConsents();
        api.MapIdentity();
        api.MapFiles();
        api.MapTriage();
        api.MapScheduling();
    }
}
