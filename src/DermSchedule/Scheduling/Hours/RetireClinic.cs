using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Closes a clinic for good. With visits ahead it is refused and they are listed, unless the caller asks for a replan: then the visits stay as they are and wait for
/// somebody to move them.
/// </summary>
public static class RetireClinic
{
    /// <param name="Affected">The visits ahead that stay.</param>
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapDelete("/{id}", async (ClinicId id, bool? replan, Handler retire, CancellationToken ct) => (await retire.Handle(id, replan == true, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RetireClinic))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, SchedulingRefusals.HasFutureVisits);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ClinicId id, bool replan, CancellationToken ct) => settings.Change<Answer>(
            async catalog =>
            {
                if (!catalog.Clinics.TryGetValue(id, out var clinic))
                {
                    return Refusals.NotFound;
                }

                if (!settings.Reaches(id))
                {
                    return Refusals.Forbidden;
                }

                var ahead = await visits.All(new Reach { Clinic = id }, catalog, ct);

                if (ahead.Count > 0 && !replan)
                {
                    return SchedulingRefusals.HasFutureVisits.With("affected", ahead);
                }

                if (clinic.Active)
                {
                    await hours.Deactivate(catalog, id, ct);
                }

                return new Answer(ahead);
            },
            ct);
    }
}
