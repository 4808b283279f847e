using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager the practice's appointment types, the deactivated ones on request.</summary>
public static class ListAppointmentTypes
{
    internal static void Map(IEndpointRouteBuilder types) => types
        .MapGet("", async ([AsParameters] SettingsQuery query, Handler list, CancellationToken ct) => (await list.Handle(query, ct)).ToHttp(TypedResults.Ok))
        .Produces<SettingsPage<StoredAppointmentType>>()
        .WithName(nameof(ListAppointmentTypes))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<SettingsPage<StoredAppointmentType>>> Handle(SettingsQuery query, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return SettingsPages.Of(settings.AppointmentTypes.Values, query, type => type.Id.Value, type => type.Active, type => StoredAppointmentType.Of(type, settings.Practice));
        }
    }
}
