using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Takes a provider who leaves out of the schedule. With visits ahead it is refused and they are listed, unless the caller asks for a replan: then the visits stay as they are and wait for
/// somebody to move them.
/// </summary>
public static class RetireProvider
{
    /// <param name="Affected">The visits ahead that stay.</param>
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapDelete("/{id}", async (ProviderId id, bool? replan, Handler retire, CancellationToken ct) => (await retire.Handle(id, replan == true, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RetireProvider))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, SchedulingRefusals.HasFutureVisits);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ProviderId id, bool replan, CancellationToken ct) => settings.Change<Answer>(
            async catalog =>
            {
                if (!catalog.Providers.TryGetValue(id, out var provider))
                {
                    return Refusals.NotFound;
                }

                if (!settings.Reaches(provider.ClinicIds))
                {
                    return Refusals.Forbidden;
                }

                var ahead = await visits.All(new Reach { Provider = id }, catalog, ct);

                if (ahead.Count > 0 && !replan)
                {
                    return SchedulingRefusals.HasFutureVisits.With("affected", ahead);
                }

                if (provider.Active)
                {
                    await hours.Deactivate(id, ct);
                }

                return new Answer(ahead);
            },
            ct);
    }
}
