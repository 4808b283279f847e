using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>Takes a block back: the time is free again at once.</summary>
public static class RemoveBlock
{
    /// <param name="Affected">Always empty: more room covers no visit.</param>
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder blocks) => blocks
        .MapDelete("/{id:guid}", async (Guid id, Handler remove, CancellationToken ct) => (await remove.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RemoveBlock))
        .ForStaff(Access.Desk)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, IReservationWall wall, BlockWriter writer)
    {
        public Task<Result<Answer>> Handle(Guid id, CancellationToken ct) => db.Write<Answer>(
            async () =>
            {
                var catalog = await catalogs.Current(ct);
                var wanted = new Id<Block>(id);

                if (await db.Set<Block>().SingleOrDefaultAsync(row => row.Id == wanted, ct) is not { } block)
                {
                    return Refusals.NotFound;
                }

                if (!writer.MayAt(block.ClinicId))
                {
                    return Refusals.Forbidden;
                }

                await wall.Free(id, ct);
                db.Remove(block);
                writer.Record("block.removed", block, BlockView.Of(block, catalog), after: null);
                return new Answer([]);
            },
            ct);
    }
}
