using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager one room or device as it is set, also when it is deactivated.</summary>
public static class ReadResource
{
    internal static void Map(IEndpointRouteBuilder resources) => resources
        .MapGet("/{id}", async (ResourceId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<StoredResource>()
        .WithName(nameof(ReadResource))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<StoredResource>> Handle(ResourceId id, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return settings.Resources.GetValueOrDefault(id) is { } resource ? StoredResource.Of(resource) : Refusals.NotFound;
        }
    }
}
