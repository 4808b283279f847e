using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Takes a room or device out of use. With visits ahead it is refused and they are listed, unless the caller asks for a replan: then the visits stay as they are and wait for
/// somebody to move them.
/// </summary>
public static class RetireResource
{
    /// <param name="Affected">The visits ahead that stay.</param>
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder resources) => resources
        .MapDelete("/{id}", async (ResourceId id, bool? replan, Handler retire, CancellationToken ct) => (await retire.Handle(id, replan == true, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RetireResource))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, SchedulingRefusals.HasFutureVisits);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits, TimeProvider clock)
    {
        public Task<Result<Answer>> Handle(ResourceId id, bool replan, CancellationToken ct) => settings.Change<Answer>(
            async catalog =>
            {
                if (!catalog.Resources.TryGetValue(id, out var resource))
                {
                    return Refusals.NotFound;
                }

                if (!settings.Reaches(resource.ClinicId))
                {
                    return Refusals.Forbidden;
                }

                await visits.LockHours(new Reach { Clinic = resource.ClinicId }, catalog, ct);
                var ahead = await visits.Holding(id, clock.GetCurrentInstant(), null, catalog, ct);

                if (ahead.Count > 0 && !replan)
                {
                    return SchedulingRefusals.HasFutureVisits.With("affected", ahead);
                }

                if (resource.Active)
                {
                    await hours.Deactivate(id, ct);
                }

                return new Answer(ahead);
            },
            ct);
    }
}
