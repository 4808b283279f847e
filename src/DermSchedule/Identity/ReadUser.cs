using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Identity;

/// <summary>Shows one member of the practice.</summary>
public static class ReadUser
{
    internal static void Map(IEndpointRouteBuilder users) => users
        .MapGet("/{id}", async (AccountId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<StoredUser>()
        .WithName(nameof(ReadUser))
        .ForStaff([.. Access.Managers, Role.Auditor])
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Team team)
    {
        public async Task<Result<StoredUser>> Handle(AccountId id, CancellationToken ct) => await team.Find(id, ct) is { } member
            ? StoredUser.Of(member, await team.EmailOf(id, ct))
            : Refusals.NotFound;
    }
}
