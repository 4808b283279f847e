using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The desk changes one thing about a visit: its status, its time or place, its length, its type, its rooms, or its notes. One change per call,
/// against the version the desk has seen.
/// </summary>
public static class ChangeAppointment
{
    public sealed record Request
    {
        [MaxLength(20)]
        public string? Status { get; init; }

        public Instant? Start { get; init; }

        public ProviderId? ProviderId { get; init; }

        [Range(1, 1440)]
        public int? DurationMinutes { get; init; }

        public AppointmentTypeId? AppointmentTypeId { get; init; }

        [MaxLength(10)]
        public IReadOnlyList<ResourceId>? ResourceIds { get; init; }

        [MaxLength(4000)]
        public string? Notes { get; init; }

        /// <summary>What other systems call this visit; takes the place of the list before.</summary>
        [MaxLength(20)]
        public IReadOnlyList<ExternalIdWords>? ExternalIds { get; init; }

        /// <summary><c>patient</c> or <c>none</c>; absent leaves it to the size of a move.</summary>
        [RegularExpression("^(patient|none)$")]
        public string? Notify { get; init; }

        /// <summary>The patient agreed to a move: confirmed at once instead of asked again.</summary>
        public bool? Agreed { get; init; }

        /// <summary>Past warnings on purpose.</summary>
        public bool? Override { get; init; }

        public bool? Overbook { get; init; }

        [MaxLength(500)]
        public string? Reason { get; init; }

        /// <summary>What is written down about the visit and changes nothing of it.</summary>
        internal bool Remarks => Notes is not null || ExternalIds is not null;

        internal bool Moves => Start is not null || ProviderId is not null || DurationMinutes is not null || AppointmentTypeId is not null || ResourceIds is not null;
    }

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPatch("/appointments/{id}", async (AppointmentId id, Request request, [FromHeader(Name = "If-Match")] string? ifMatch, Handler change, HttpContext http, CancellationToken ct) =>
            (await change.Handle(id, request, ifMatch, ct)).ToHttp(view => Etag.Answer(http, view, view.Version)))
        .WithName(nameof(ChangeAppointment))
        .Produces<VisitView>()
        .ForStaff(Access.Desk)
        .Refuses(
            Refusals.NotFound, Refusals.ValidationFailed, Refusals.PreconditionRequired, Refusals.StaleVersion,
            SchedulingRefusals.IllegalTransition, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable);

    public sealed class Handler(ScheduleDb db, VisitAccess access, VisitChanges changes, SlotTaker slots, VisitViews views, TimeProvider clock)
    {
        public async Task<Result<VisitView>> Handle(AppointmentId id, Request request, string? ifMatch, CancellationToken ct)
        {
            if (OneChange(request) is { } refused)
            {
                return refused;
            }

            SlotWish? wish = null;
            var changed = await db.Write<VisitView>(async () =>
            {
                var now = clock.GetCurrentInstant();

                if (await access.Find(id, now, ct) is not { } visit)
                {
                    return Refusals.NotFound;
                }

                if (Etag.Check(ifMatch, visit.Version) is { } stale)
                {
                    return stale;
                }

                var asked = visit.Version;
                var (refusal, wished) = await changes.Apply(visit, request, now, ct);
                wish = wished;
                return refusal is not null ? refusal : await (visit.Version == asked ? views.Shown(visit, ct) : views.Of(visit, ct));
            }, ct);

            return wish is null ? changed : await slots.WithAlternatives(changed, wish, ct);
        }

        private static Refusal? OneChange(Request request) => (request.Status is not null, request.Moves, request.Remarks) switch
        {
            (false, false, false) => Refusals.ValidationFailed.Saying("Say what should change: status, a move, or notes and externalIds."),
            (true, false, false) => Words.TryRead<AppointmentStatus>(request.Status, out _)
                ? null
                : Refusals.Field("status", "One of " + string.Join(", ", Words.All<AppointmentStatus>()) + "."),
            (false, true, false) => null,
            (false, false, true) => References.Twice(request.ExternalIds),
            _ => Refusals.Field(request.Status is not null ? "status" : request.Notes is not null ? "notes" : "externalIds", "One change per call: this cannot go together with another one."),
        };
    }
}
