using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager the practice's providers, the deactivated ones on request.</summary>
public static class ListProviders
{
    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("", async ([AsParameters] SettingsQuery query, Handler list, CancellationToken ct) => (await list.Handle(query, ct)).ToHttp(TypedResults.Ok))
        .Produces<SettingsPage<StoredProvider>>()
        .WithName(nameof(ListProviders))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<SettingsPage<StoredProvider>>> Handle(SettingsQuery query, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return SettingsPages.Of(settings.Providers.Values, query, provider => provider.Id.Value, provider => provider.Active, StoredProvider.Of);
        }
    }
}
