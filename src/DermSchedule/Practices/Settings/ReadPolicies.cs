using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows the policies in force at a clinic, or the practice's own where no clinic is named.</summary>
public static class ReadPolicies
{
    internal static void Map(IEndpointRouteBuilder policies) => policies
        .MapGet("", async (ClinicId? clinicId, Handler read, CancellationToken ct) => (await read.Handle(clinicId, ct)).ToHttp(TypedResults.Ok))
        .Produces<Policies>()
        .WithName(nameof(ReadPolicies))
        .ForStaff(SettingsRoutes.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<Policies>> Handle(ClinicId? clinic, CancellationToken ct)
        {
            var settings = await catalogs.Current(ct);
            return clinic is { } id && !settings.Clinics.ContainsKey(id) ? Refusals.NotFound : settings.PoliciesAt(clinic ?? PolicySet.WholePractice);
        }
    }
}
