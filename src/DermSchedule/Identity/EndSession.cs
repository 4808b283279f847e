using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>
/// Signs out: the refresh token and every access token of the same sign-in are dead. Any token of the family will do, and one that means nothing
/// gets the same answer, for whoever asks wants it dead (RFC 7009).
/// </summary>
public static class EndSession
{
    public sealed record Request([property: Required, MaxLength(100)] string? RefreshToken);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/revoke", async (Request request, Handler end, CancellationToken ct) => (await end.Handle(request, ct)).ToHttp(_ => TypedResults.NoContent()))
        .Produces(StatusCodes.Status204NoContent)
        .WithName(nameof(EndSession))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, PracticeDirectory directory, Sessions sessions, StandingCache standings, Caller caller)
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken ct)
        {
            if (RefreshToken.Read(request.RefreshToken) is not { } token)
            {
                return Done.Instance;
            }

            var family = token.FamilyHash;
            var session = await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(row => row.FamilyHash == family, ct);

            if (session is null)
            {
                return Done.Instance;
            }

            await directory.Enter(session.PracticeId, ct);
            caller.BecomeStaff(CallerKind.User, session.AccountId.Value, session.Id.Value, [], null);
            return await db.Write<Done>(
                async () =>
                {
                    await sessions.End(session.Id, "session.ended", null, ct);
                    db.AfterCommit(() => standings.Forget(session.PracticeId));
                    return Done.Instance;
                },
                ct);
        }
    }
}
