using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Takes back time off or an extra session. Visits of an extra session that is gone stay as they are and are listed.</summary>
public static class RemoveException
{
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapDelete("/{id}/exceptions/{exceptionId:guid}", async (ProviderId id, Guid exceptionId, Handler remove, CancellationToken ct) =>
            (await remove.Handle(id, exceptionId, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RemoveException))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ProviderId id, Guid exceptionId, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if (before.Exceptions.FirstOrDefault(row => row.ProviderId == id && row.Id.Value == exceptionId) is not { } exception)
                {
                    return Refusals.NotFound;
                }

                if (HoursRules.MayTouch(before, settings, id, exception.ClinicId) is { } refusal)
                {
                    return refusal;
                }

                var after = hours.RemoveException(before, exception);
                return new Answer(await visits.Of(new Reach { Provider = id }, before, after, ct));
            },
            ct);
    }
}
