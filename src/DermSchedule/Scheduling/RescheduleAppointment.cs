using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Moves a visit to another time and keeps its identity and its link; the old time is given up only when the new one is got, in one
/// transaction, and the confirmation ladder starts again (domain.md 5).
/// </summary>
public static class RescheduleAppointment
{
    public sealed record Request
    {
        [Required]
        public Instant? Start { get; init; }

        /// <summary>Null means the same provider if free at that time, else anybody who performs the type.</summary>
        public ProviderId? ProviderId { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments/{id}/reschedule", async (AppointmentId id, Request request, Handler move, HttpContext http, CancellationToken ct) =>
            (await move.Handle(id, request, ct)).ToHttp(view => Etag.Answer(http, view, view.Version)))
        .WithName(nameof(RescheduleAppointment))
        .Produces<VisitView>()
        .ForPatientOrStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.IllegalTransition, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable);

    public sealed class Handler(ScheduleDb db, VisitAccess access, VisitMoves moves, SlotTaker slots, VisitViews views, Caller caller, TimeProvider clock)
    {
        public async Task<Result<VisitView>> Handle(AppointmentId id, Request request, CancellationToken ct)
        {
            SlotWish? wish = null;
            var moved = await db.Write<VisitView>(async () =>
            {
                var now = clock.GetCurrentInstant();

                if (await access.Find(id, now, ct) is not { } visit)
                {
                    return Refusals.NotFound;
                }

                if (!visit.IsOpen || visit.StartsAt <= now)
                {
                    return SchedulingRefusals.IllegalTransition;
                }

                wish = await moves.Wish(visit, ct) with { StartsAt = request.Start!.Value, Provider = request.ProviderId, Staff = caller.IsStaff };

                return (await moves.Move(visit, wish, VisitMoves.Terms.Asked, now, ct)).IsRefused(out var refusal)
                    ? refusal
                    : await views.Of(visit, ct);
            }, ct);

            return wish is null ? moved : await slots.WithAlternatives(moved, wish, ct);
        }
    }
}
