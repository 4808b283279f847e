using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Keeps a provider, room or device free of visits for a while: lunch, a meeting, a repair. It meets the wall like a booking, so it never covers
/// a visit: where one is in the way it is refused and the visits are listed.
/// </summary>
public static class BlockTime
{
    public sealed record Request
    {
        [Required]
        public ClinicId? ClinicId { get; init; }

        /// <summary>This or <see cref="ResourceId"/>.</summary>
        public ProviderId? ProviderId { get; init; }

        public ResourceId? ResourceId { get; init; }

        [Required]
        public Instant? Start { get; init; }

        [Required]
        public Instant? End { get; init; }

        [MaxLength(300)]
        public string? Reason { get; init; }
    }

    /// <param name="Affected">Always empty: a block covers no visit.</param>
    public sealed record Answer(
        Guid Id, ClinicId ClinicId, ProviderId? ProviderId, ResourceId? ResourceId, OffsetDateTime Start, OffsetDateTime End, string Reason, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder blocks) => blocks
        .MapPost("", async (Request request, Handler block, CancellationToken ct) =>
            (await block.Handle(request, ct)).ToHttp(added => TypedResults.Created($"/api/v1/blocks/{added.Id}", added)))
        .Produces<Answer>(StatusCodes.Status201Created)
        .WithName(nameof(BlockTime))
        .ForStaff(Access.Desk)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, SchedulingRefusals.SlotTaken);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, IReservationWall wall, AffectedVisits visits, BlockWriter writer, TimeProvider clock)
    {
        public Task<Result<Answer>> Handle(Request request, CancellationToken ct) => db.Write<Answer>(
            async () =>
            {
                var catalog = await catalogs.Current(ct);

                if (BlockRules.Check(request, catalog).Found is { } wrong)
                {
                    return wrong;
                }

                if (!writer.MayAt(request.ClinicId!.Value))
                {
                    return Refusals.Forbidden;
                }

                var block = writer.New(request);

                if (!await wall.Take(writer.Reservations(block), clock.GetCurrentInstant(), ct))
                {
                    return SchedulingRefusals.SlotTaken.Saying("This time is taken. Move the visits first.")
                        .With("affected", await visits.Holding(block.ResourceId, block.StartsAt, block.EndsAt, catalog, ct));
                }

                db.Add(block);
                var view = BlockView.Of(block, catalog);
                writer.Record("block.added", block, before: null, after: view);
                return new Answer(view.Id, view.ClinicId, view.ProviderId, view.ResourceId, view.Start, view.End, view.Reason, []);
            },
            ct);
    }
}

/// <summary>Makes blocks and what goes with them.</summary>
public sealed class BlockWriter(PracticeScope scope, Ids ids, Caller caller, AuditTrail audit)
{
    // More lanes than any provider has: a block leaves none free.
    private const int EveryLane = short.MaxValue;

    public bool MayAt(ClinicId clinic) => caller.MayAt(clinic.Value);

    internal Block New(BlockTime.Request request) => new()
    {
        PracticeId = scope.Practice,
        Id = ids.Next<Block>(),
        ClinicId = request.ClinicId!.Value,
        ResourceId = request.ResourceId ?? request.ProviderId!.Value.As<Resource>(),
        StartsAt = request.Start!.Value,
        EndsAt = request.End!.Value,
        Reason = request.Reason?.Trim() ?? "",
    };

    /// <summary>No reservation is longer than <see cref="Reservation.Longest"/>: a long block is several rows of one owner.</summary>
    internal IReadOnlyCollection<Reservation> Reservations(Block block)
    {
        var rows = new List<Reservation>();

        for (var from = block.StartsAt; from < block.EndsAt; from += Reservation.Longest)
        {
            rows.Add(new Reservation
            {
                PracticeId = block.PracticeId,
                Id = ids.Next<Reservation>(),
                ResourceId = block.ResourceId,
                ClinicId = block.ClinicId,
                LaneFrom = 0,
                LaneTo = EveryLane,
                StartsAt = from,
                EndsAt = Instant.Min(from + Reservation.Longest, block.EndsAt),
                Kind = ReservationKind.Block,
                OwnerId = block.Id.Value,
            });
        }

        return rows;
    }

    internal void Record(string action, Block block, BlockView? before, BlockView? after) =>
        audit.Record(action, new AuditRecord("block", block.Id.Value), before, after);
}
