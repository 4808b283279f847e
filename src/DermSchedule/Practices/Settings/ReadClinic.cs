using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a manager one clinic as it is set, also when it is deactivated.</summary>
public static class ReadClinic
{
    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapGet("/{id}", async (ClinicId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<StoredClinic>()
        .WithName(nameof(ReadClinic))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<StoredClinic>> Handle(ClinicId id, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return settings.Clinics.GetValueOrDefault(id) is { } clinic ? StoredClinic.Of(clinic) : Refusals.NotFound;
        }
    }
}
