using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>
/// Brings a person into the practice. The answer carries a one-time token to hand over; whether the e-mail has an account elsewhere is not to be
/// seen from it.
/// </summary>
public static class InviteUser
{
    public static readonly Refusal AlreadyMember = new(RefusalKind.Conflict, "already_member", "This person is in the practice already, or was and can be brought back.");

    /// <param name="Email">By which the person signs in.</param>
    /// <param name="Name">As colleagues say it.</param>
    /// <param name="Roles">At least one.</param>
    /// <param name="ClinicIds">Where the roles hold; absent means every clinic.</param>
    public sealed record Request(
        [property: Required, MaxLength(254), EmailAddress] string? Email,
        [property: Required, MaxLength(100)] string? Name,
        [property: Required] IReadOnlyList<Role>? Roles,
        [property: MaxLength(200)] IReadOnlyList<ClinicId>? ClinicIds = null);

    /// <param name="User">As stored.</param>
    /// <param name="Token">For <c>POST /auth/accept-invitation</c>; shown once.</param>
    /// <param name="ExpiresAt">When it ends.</param>
    public sealed record Invited(StoredUser User, string Token, Instant ExpiresAt);

    /// <summary>On the wire: the stored object with its invitation.</summary>
    public sealed record Answer(
        AccountId Id, string Email, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<Guid>? ClinicIds, UserStatus Status, InvitationAnswer Invitation)
    {
        internal static Answer Of(Invited invited) => new(
            invited.User.Id, invited.User.Email, invited.User.Name, invited.User.Roles, invited.User.ClinicIds, invited.User.Status, new InvitationAnswer(invited.Token, invited.ExpiresAt));
    }

    public sealed record InvitationAnswer(string Token, Instant ExpiresAt);

    internal static void Map(IEndpointRouteBuilder users) => users
        .MapPost("", async (Request request, Handler invite, CancellationToken ct) =>
            (await invite.Handle(request, ct)).ToHttp(invited => TypedResults.Created($"/api/v1/settings/users/{invited.User.Id}", Answer.Of(invited))))
        .Produces<Answer>(StatusCodes.Status201Created)
        .WithName(nameof(InviteUser))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, AlreadyMember);

    public sealed class Handler(Team team, Accounts accounts, Caller caller)
    {
        public Task<Result<Invited>> Handle(Request request, CancellationToken ct) => team.Change<Invited>(
            async catalog =>
            {
                if (Grants.Check(catalog, request.Roles, request.ClinicIds) is { } wrong)
                {
                    return wrong;
                }

                var clinics = Grants.Plain(request.ClinicIds);

                if (Grants.Refuse(caller, request.Roles!, clinics) is { } refusal)
                {
                    return refusal;
                }

                var account = await accounts.Create(request.Email!, request.Name!.Trim(), password: null, ct);

                if (await team.Find(account.Id, ct) is not null)
                {
                    return AlreadyMember;
                }

                var (member, token, invitation) = accounts.Invite(account, request.Name!.Trim(), request.Roles!, clinics);
                var stored = StoredUser.Of(member, request.Email!.Trim());
                team.Record("user.added", account.Id, null, stored);
                return new Invited(stored, token.Value, invitation.ExpiresAt);
            },
            ct,
            table => table is IdentityTables.Accounts or IdentityTables.Memberships ? AlreadyMember : null);
    }
}
