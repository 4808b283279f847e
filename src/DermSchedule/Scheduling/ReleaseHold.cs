using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Gives a kept time back before its end, so that others see it at once.</summary>
public static class ReleaseHold
{
    // The token travels in the Authorization header; ?token= would put a secret into logs and histories.
    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapDelete("/holds/{id}", async (string slug, HoldId id, [FromHeader(Name = "Authorization")] string? authorization, Handler release, CancellationToken ct) =>
            (await release.Handle(slug, id, BearerToken.From(authorization), ct)).ToHttp(_ => TypedResults.NoContent()))
        .WithName(nameof(ReleaseHold))
        .Produces(StatusCodes.Status204NoContent)
        .ForAnyone()
        .Refuses(Refusals.NotFound, SchedulingRefusals.HoldUsed, SchedulingRefusals.HoldExpired);

    public sealed class Handler(ScheduleDb db, Holds holds, Catalogs catalogs, IReservationWall wall, TimeProvider clock)
    {
        public Task<Result<Done>> Handle(string slug, HoldId id, string? token, CancellationToken ct) => db.Write<Done>(async () =>
        {
            var now = clock.GetCurrentInstant();

            if ((await holds.Live(token, now, ct)).IsRefused(out var refusal, out var hold))
            {
                return refusal;
            }

            if (hold.Id != id || (await catalogs.Current(ct)).ClinicBySlug(slug)?.Id != hold.ClinicId)
            {
                return Refusals.NotFound;
            }

            await wall.Free(hold.Id.Value, ct);
            hold.ExpiresAt = Hold.GivenUp;
            return Done.Instance;
        }, ct);
    }
}
