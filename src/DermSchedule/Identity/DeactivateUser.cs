using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>
/// Ends somebody's work in the practice: every session ends at once here and within a minute on every node (R-HI-11). The person stays on the
/// list, and may work elsewhere. The last owner cannot go.
/// </summary>
public static class DeactivateUser
{
    internal static void Map(IEndpointRouteBuilder users) => users
        .MapDelete("/{id}", async (AccountId id, Handler deactivate, CancellationToken ct) => (await deactivate.Handle(id, ct)).ToHttp(_ => TypedResults.NoContent()))
        .Produces(StatusCodes.Status204NoContent)
        .WithName(nameof(DeactivateUser))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, Team.LastOwner);

    public sealed class Handler(Team team, Caller caller, SignInClock clock)
    {
        public Task<Result<Done>> Handle(AccountId id, CancellationToken ct) => team.Change<Done>(
            async _ =>
            {
                if (await team.Find(id, ct) is not { } member)
                {
                    return Refusals.NotFound;
                }

                if (Grants.Refuse(caller, member.Roles, member.ClinicIds) is { } refusal)
                {
                    return refusal;
                }

                if (member.LeftAt is not null)
                {
                    return Done.Instance;
                }

                if (member.IsIn && member.Roles.Contains(Role.Owner) && !await team.KeepsAnOwnerWithout(id, ct))
                {
                    return Team.LastOwner;
                }

                var email = await team.EmailOf(id, ct);
                var before = StoredUser.Of(member, email);
                await team.Leave(member, clock.Now, ct);
                team.Record("user.deactivated", id, before, StoredUser.Of(member, email));
                return Done.Instance;
            },
            ct);
    }
}
