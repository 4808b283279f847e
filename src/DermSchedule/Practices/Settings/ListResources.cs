using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager the practice's rooms and devices, the deactivated ones on request.</summary>
public static class ListResources
{
    internal static void Map(IEndpointRouteBuilder resources) => resources
        .MapGet("", async ([AsParameters] SettingsQuery query, Handler list, CancellationToken ct) => (await list.Handle(query, ct)).ToHttp(TypedResults.Ok))
        .Produces<SettingsPage<StoredResource>>()
        .WithName(nameof(ListResources))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<SettingsPage<StoredResource>>> Handle(SettingsQuery query, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return SettingsPages.Of(settings.Resources.Values, query, resource => resource.Id.Value, resource => resource.Active, StoredResource.Of);
        }
    }
}
