using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Adds a room or device to a clinic. Types that need its kind may reserve it from now on.</summary>
public static class AddResource
{
    public sealed record Request
    {
        /// <summary>It stays there for good: one that moves is a new one at the other clinic.</summary>
        [Required]
        public ClinicId? ClinicId { get; init; }

        [Required]
        [MaxLength(100)]
        public string? Name { get; init; }

        /// <summary><c>room</c>, <c>laser</c>, <c>phototherapy</c>, or the practice's own word.</summary>
        [Required]
        [MaxLength(40)]
        public string? Kind { get; init; }

        /// <summary>True brings a deactivated one back. <c>DELETE</c> deactivates.</summary>
        public bool? Active { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder resources) => resources
        .MapPost("", async (Request request, Handler add, CancellationToken ct) =>
            (await add.Handle(request, ct)).ToHttp(resource => TypedResults.Created($"/api/v1/settings/resources/{resource.Id}", resource)))
        .Produces<StoredResource>(StatusCodes.Status201Created)
        .WithName(nameof(AddResource))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, Ids ids, Settings settings)
    {
        public Task<Result<StoredResource>> Handle(Request request, CancellationToken ct) => settings.Change<StoredResource>(
            catalog =>
            {
                if (ResourceRules.Check(request, catalog).Found is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(request.ClinicId!.Value))
                {
                    return Refusals.Forbidden;
                }

                var resource = new Resource { PracticeId = settings.Practice, Id = ids.Next<Resource>(), ClinicId = request.ClinicId.Value, Name = "", Kind = "" };
                ResourceRules.Apply(request, resource);
                db.Add(resource);
                var stored = StoredResource.Of(resource);
                settings.Record("resource.added", "resource", resource.Id.Value, null, stored);
                return stored;
            },
            ct);
    }
}
