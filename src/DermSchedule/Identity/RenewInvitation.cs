using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>Gives a person who has not come in yet a new invitation; the old one is dead.</summary>
public static class RenewInvitation
{
    internal static void Map(IEndpointRouteBuilder users) => users
        .MapPost("/{id}/invitation", async (AccountId id, Handler renew, CancellationToken ct) => (await renew.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<InviteUser.InvitationAnswer>()
        .WithName(nameof(RenewInvitation))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, InviteUser.AlreadyMember);

    public sealed class Handler(Team team, Accounts accounts, Caller caller, SignInClock clock)
    {
        public Task<Result<InviteUser.InvitationAnswer>> Handle(AccountId id, CancellationToken ct) => team.Change<InviteUser.InvitationAnswer>(
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

                if (member is not { JoinedAt: null, LeftAt: null })
                {
                    return InviteUser.AlreadyMember;
                }

                await team.EndInvitations(member, clock.Now, ct);
                var (token, invitation) = accounts.Invite(member);
                return new InviteUser.InvitationAnswer(token.Value, invitation.ExpiresAt);
            },
            ct);
    }
}
