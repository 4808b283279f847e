using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager one provider as it is set, also when it is deactivated.</summary>
public static class ReadProvider
{
    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("/{id}", async (ProviderId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<StoredProvider>()
        .WithName(nameof(ReadProvider))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<StoredProvider>> Handle(ProviderId id, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return settings.Providers.GetValueOrDefault(id) is { } provider ? StoredProvider.Of(provider) : Refusals.NotFound;
        }
    }
}
