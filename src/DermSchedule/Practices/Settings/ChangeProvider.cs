using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>Changes what patients read about a provider, where the provider works and how many visits may lie side by side. Absent members stay.</summary>
public static class ChangeProvider
{
    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPatch("/{id}", async (ProviderId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddProvider.Request>("application/json", "application/merge-patch+json")
        .Produces<StoredProvider>()
        .WithName(nameof(ChangeProvider))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Settings settings)
    {
        public Task<Result<StoredProvider>> Handle(ProviderId id, JsonElement patch, CancellationToken ct) => settings.Change<StoredProvider>(
            async catalog =>
            {
                var provider = await db.Set<Provider>().SingleOrDefaultAsync(row => row.Id == id, ct);

                if (provider is null)
                {
                    return Refusals.NotFound;
                }

                if (MergePatch.Apply(ProviderRules.Of(provider), patch).IsRefused(out var unread, out var wanted))
                {
                    return unread;
                }

                if ((ProviderRules.Check(wanted, catalog, provider).Found ?? ClinicRules.Deactivates(wanted.Active, provider.Active)) is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(provider.ClinicIds) || !settings.Reaches(wanted.ClinicIds!))
                {
                    return Refusals.Forbidden;
                }

                var before = StoredProvider.Of(provider);
                ProviderRules.Apply(wanted, provider);
                var after = StoredProvider.Of(provider);
                settings.Record("provider.changed", "provider", id.Value, before, after);
                return after;
            },
            ct);
    }
}
