using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager one appointment type as it is set, also when it is deactivated.</summary>
public static class ReadAppointmentType
{
    internal static void Map(IEndpointRouteBuilder types) => types
        .MapGet("/{id}", async (AppointmentTypeId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<StoredAppointmentType>()
        .WithName(nameof(ReadAppointmentType))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<StoredAppointmentType>> Handle(AppointmentTypeId id, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return settings.AppointmentTypes.GetValueOrDefault(id) is { } type ? StoredAppointmentType.Of(type, settings.Practice) : Refusals.NotFound;
        }
    }
}
