using DermSchedule.Audit;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>Ends a key: at once here, within a minute on every node. Nobody revokes what they could not have given.</summary>
public static class RevokeApiKey
{
    internal static void Map(IEndpointRouteBuilder keys) => keys
        .MapDelete("/{id}", async (ApiKeyId id, Handler revoke, CancellationToken ct) => (await revoke.Handle(id, ct)).ToHttp(_ => TypedResults.NoContent()))
        .Produces(StatusCodes.Status204NoContent)
        .WithName(nameof(RevokeApiKey))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Team team, AuditTrail audit, Caller caller, SignInClock clock)
    {
        public Task<Result<Done>> Handle(ApiKeyId id, CancellationToken ct) => team.Change<Done>(
            async _ =>
            {
                var key = await db.Set<ApiKey>().SingleOrDefaultAsync(row => row.Id == id, ct);

                if (key is null)
                {
                    return Refusals.NotFound;
                }

                if (Grants.Refuse(caller, key.Roles, key.ClinicIds) is { } refusal)
                {
                    return refusal;
                }

                if (key.RevokedAt is null)
                {
                    key.RevokedAt = clock.Now;
                    audit.Record("api_key.revoked", new AuditRecord("api_key", id.Value));
                }

                return Done.Instance;
            },
            ct);
    }
}
