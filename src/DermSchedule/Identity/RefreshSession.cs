using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>
/// Goes on working without typing the password again. The refresh token is good once; an old one used again is taken for stolen and ends the
/// whole sign-in, also for its owner, who then signs in anew. There is no grace for two refreshes at once.
/// </summary>
public static class RefreshSession
{
    public sealed record Request([property: Required, MaxLength(100)] string? RefreshToken);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/refresh", async (Request request, Handler refresh, CancellationToken ct) => (await refresh.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .Produces<TokenPair>()
        .WithName(nameof(RefreshSession))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated);

    public sealed class Handler(ScheduleDb db, PracticeDirectory directory, Sessions sessions)
    {
        public async Task<Result<TokenPair>> Handle(Request request, CancellationToken ct)
        {
            if (RefreshToken.Read(request.RefreshToken) is not { } token)
            {
                return Refusals.Unauthenticated;
            }

            var family = token.FamilyHash;
            var session = await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(row => row.FamilyHash == family, ct);

            if (session is null)
            {
                return Refusals.Unauthenticated;
            }

            await directory.Enter(session.PracticeId, ct);
            return await sessions.Renew(session, token, ct);
        }
    }
}
