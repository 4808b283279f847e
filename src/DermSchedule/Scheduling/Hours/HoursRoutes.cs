using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Scheduling;

/// <summary>Changes of hours and blocks: settings that can cover visits, so that they belong to the room that knows visits.</summary>
internal static class HoursRoutes
{
    public static IServiceCollection AddHours(this IServiceCollection services)
    {
        services.AddScoped<AffectedVisits>();
        services.AddScoped<BlockWriter>();
        services.AddScoped<ChangeClinic.Handler>();
        services.AddScoped<ChangeProvider.Handler>();
        services.AddScoped<ChangeAppointmentType.Handler>();
        services.AddScoped<SetClinicHours.Handler>();
        services.AddScoped<SetClinicHolidays.Handler>();
        services.AddScoped<SetProviderSchedule.Handler>();
        services.AddScoped<ListSchedules.Handler>();
        services.AddScoped<AddException.Handler>();
        services.AddScoped<ListExceptions.Handler>();
        services.AddScoped<RemoveException.Handler>();
        services.AddScoped<SetDateOverride.Handler>();
        services.AddScoped<ListDateOverrides.Handler>();
        services.AddScoped<RemoveDateOverride.Handler>();
        services.AddScoped<RetireClinic.Handler>();
        services.AddScoped<RetireProvider.Handler>();
        services.AddScoped<RetireResource.Handler>();
        services.AddScoped<RetireAppointmentType.Handler>();
        services.AddScoped<BlockTime.Handler>();
        services.AddScoped<ListBlocks.Handler>();
        services.AddScoped<RemoveBlock.Handler>();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapHours(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Settings");
        var clinics = settings.MapGroup("/clinics");
        ChangeClinic.Map(clinics);
        SetClinicHours.Map(clinics);
        SetClinicHolidays.Map(clinics);
        RetireClinic.Map(clinics);
        var providers = settings.MapGroup("/providers");
        ChangeProvider.Map(providers);
        SetProviderSchedule.Map(providers);
        ListSchedules.Map(providers);
        AddException.Map(providers);
        ListExceptions.Map(providers);
        RemoveException.Map(providers);
        SetDateOverride.Map(providers);
        ListDateOverrides.Map(providers);
        RemoveDateOverride.Map(providers);
        RetireProvider.Map(providers);
        RetireResource.Map(settings.MapGroup("/resources"));
        var types = settings.MapGroup("/appointment-types");
        ChangeAppointmentType.Map(types);
        RetireAppointmentType.Map(types);
        var blocks = api.MapGroup("/blocks").WithTags("Blocks");
        BlockTime.Map(blocks);
        ListBlocks.Map(blocks);
        RemoveBlock.Map(blocks);
    }
}
