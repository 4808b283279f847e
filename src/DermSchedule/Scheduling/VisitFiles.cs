using DermSchedule.Data;
using DermSchedule.Files;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Scheduling;

/// <summary>Says of a visit where it belongs, for the files it has.</summary>
internal sealed class VisitFiles(ScheduleDb db) : IFileOwners
{
    public FileOwnerKind Kind => FileOwnerKind.Visit;

    public Task<OwnerPlace?> Find(Guid owner, CancellationToken ct)
    {
        var id = new AppointmentId(owner);
        return db.Set<Appointment>().AsNoTracking().Where(visit => visit.Id == id).Select(visit => new OwnerPlace(visit.ClinicId, visit.PatientId)).SingleOrDefaultAsync(ct);
    }
}

/// <summary>What a visit's files need from this room.</summary>
internal static class VisitFilesRoutes
{
    public static void AddVisitFiles(this IServiceCollection services)
    {
        services.AddScoped<IFileOwners, VisitFiles>();
        services.AddScoped<AddInsuranceCards.Handler>();
        services.AddScoped<ListVisitFiles.Handler>();
        services.AddScoped<RemoveVisitFile.Handler>();
    }

    public static void MapVisitFiles(this IEndpointRouteBuilder api)
    {
        ListVisitFiles.Map(api);
        RemoveVisitFile.Map(api);
    }
}
