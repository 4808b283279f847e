using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>Renames a room or device, or says that it is of another kind. Absent members stay.</summary>
public static class ChangeResource
{
    internal static void Map(IEndpointRouteBuilder resources) => resources
        .MapPatch("/{id}", async (ResourceId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddResource.Request>("application/json", "application/merge-patch+json")
        .Produces<StoredResource>()
        .WithName(nameof(ChangeResource))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Settings settings)
    {
        public Task<Result<StoredResource>> Handle(ResourceId id, JsonElement patch, CancellationToken ct) => settings.Change<StoredResource>(
            async catalog =>
            {
                var resource = await db.Set<Resource>().SingleOrDefaultAsync(row => row.Id == id, ct);

                if (resource is null)
                {
                    return Refusals.NotFound;
                }

                if (MergePatch.Apply(ResourceRules.Of(resource), patch).IsRefused(out var unread, out var wanted))
                {
                    return unread;
                }

                if ((ResourceRules.Check(wanted, catalog, resource).Found ?? ClinicRules.Deactivates(wanted.Active, resource.Active)) is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(resource.ClinicId))
                {
                    return Refusals.Forbidden;
                }

                var before = StoredResource.Of(resource);
                ResourceRules.Apply(wanted, resource);
                var after = StoredResource.Of(resource);
                settings.Record("resource.changed", "resource", id.Value, before, after);
                return after;
            },
            ct);
    }
}
