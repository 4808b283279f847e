using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager the practice's clinics, the deactivated ones on request.</summary>
public static class ListClinics
{
    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapGet("", async ([AsParameters] SettingsQuery query, Handler list, CancellationToken ct) => (await list.Handle(query, ct)).ToHttp(TypedResults.Ok))
        .Produces<SettingsPage<StoredClinic>>()
        .WithName(nameof(ListClinics))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<SettingsPage<StoredClinic>>> Handle(SettingsQuery query, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return SettingsPages.Of(settings.Clinics.Values, query, clinic => clinic.Id.Value, clinic => clinic.Active, StoredClinic.Of);
        }
    }
}
