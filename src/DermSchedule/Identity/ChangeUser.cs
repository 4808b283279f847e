using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>
/// Changes what a member is called and may do, or brings one back. It holds from the person's next request on, within a minute on every node. The
/// last owner stays one.
/// </summary>
public static class ChangeUser
{
    /// <summary>What can be changed, as a merge patch: absent stays, null clinics mean every clinic.</summary>
    public sealed record Rights(string? Name, IReadOnlyList<Role>? Roles, IReadOnlyList<ClinicId>? ClinicIds, bool? Active, IReadOnlyList<Privilege>? Privileges);

    internal static void Map(IEndpointRouteBuilder users) => users
        .MapPatch("/{id}", async (AccountId id, JsonElement patch, Handler change, CancellationToken ct) => (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<Rights>("application/json", "application/merge-patch+json")
        .Produces<StoredUser>()
        .WithName(nameof(ChangeUser))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, Team.LastOwner);

    public sealed class Handler(Team team, Accounts accounts, Caller caller)
    {
        public Task<Result<StoredUser>> Handle(AccountId id, JsonElement patch, CancellationToken ct) => team.Change<StoredUser>(
            async catalog =>
            {
                if (await team.Find(id, ct) is not { } member)
                {
                    return Refusals.NotFound;
                }

                if (MergePatch.Apply(Of(member), patch).IsRefused(out var refusal, out var wanted))
                {
                    return refusal;
                }

                var clinics = Grants.Plain(wanted.ClinicIds);

                var no = Grants.Refuse(caller, member.Roles, member.ClinicIds)
                    ?? Wrong(wanted, member)
                    ?? Grants.Check(catalog, wanted.Roles, wanted.ClinicIds)
                    ?? Grants.Refuse(caller, wanted.Roles!, clinics)
                    ?? Grants.Refuse(caller, member.Privileges, wanted.Privileges ?? []);

                if (no is not null)
                {
                    return no;
                }

                if (member.IsIn && member.Roles.Contains(Role.Owner) && !wanted.Roles!.Contains(Role.Owner) && !await team.KeepsAnOwnerWithout(id, ct))
                {
                    return Team.LastOwner;
                }

                var email = await team.EmailOf(id, ct);
                var before = StoredUser.Of(member, email);
                Apply(wanted, clinics, member);
                var after = StoredUser.Of(member, email);
                team.Record("user.changed", id, before, after);
                return after;
            },
            ct);

        private void Apply(Rights wanted, IReadOnlyList<Guid>? clinics, Membership member)
        {
            member.Name = wanted.Name!.Trim();
            member.Roles = wanted.Roles!;
            member.ClinicIds = clinics;
            member.Privileges = [.. (wanted.Privileges ?? []).Distinct()];

            if (wanted.Active != true || member.LeftAt is null)
            {
                return;
            }

            // Who had never accepted is invited again by hand.
            member.LeftAt = null;

            if (member.JoinedAt is not null)
            {
                accounts.Enter(member);
            }
        }

        private static Refusal? Wrong(Rights wanted, Membership member) => wanted switch
        {
            { Name: var name } when string.IsNullOrWhiteSpace(name) || name.Length > 100 => Refusals.Field("name", "Give a name of at most 100 characters."),
            { Active: null } => Refusals.Field("active", "Say true or false."),
            { Active: false } when member.LeftAt is null => Refusals.Field("active", "Deactivate with DELETE."),
            _ => null,
        };

        private static Rights Of(Membership member) => new(
            member.Name, member.Roles, member.ClinicIds is null ? null : [.. member.ClinicIds.Select(clinic => new ClinicId(clinic))], member.LeftAt is null, member.Privileges);
    }
}
