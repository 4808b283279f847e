using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The desk books for somebody on the phone or at the counter. Notice, horizon and online-bookable do not bind it; grid, hours, cap and kept
/// windows are warnings it may go past on purpose (domain.md 4).
/// </summary>
public static class BookAtDesk
{
    public sealed record Request
    {
        [Required]
        public ClinicId? ClinicId { get; init; }

        [Required]
        public AppointmentTypeId? AppointmentTypeId { get; init; }

        /// <summary>Null means anybody who performs the type.</summary>
        public ProviderId? ProviderId { get; init; }

        /// <summary>May be absent with <see cref="WalkIn"/>: it starts now.</summary>
        public Instant? Start { get; init; }

        public PatientId? PatientId { get; init; }

        public TypedPerson? Patient { get; init; }

        [Required]
        public PatientKind? PatientKind { get; init; }

        [MaxLength(4000)]
        public string? Notes { get; init; }

        /// <summary>What other systems call this visit.</summary>
        [MaxLength(20)]
        public IReadOnlyList<ExternalIdWords>? ExternalIds { get; init; }

        public bool? Override { get; init; }

        public bool? Overbook { get; init; }

        public bool? WalkIn { get; init; }

        public AppointmentSource? Source { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/appointments", async (Request request, Handler book, HttpContext http, CancellationToken ct) =>
            (await book.Handle(request, ct)).ToHttp(view =>
            {
                http.Response.Headers.ETag = Etag.Of(view.Version);
                return TypedResults.Created($"/api/v1/appointments/{view.Id}", view);
            }))
        .WithName(nameof(BookAtDesk))
        .Produces<VisitView>(StatusCodes.Status201Created)
        .ForStaff(Access.Desk)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable);

    public sealed class Handler(ScheduleDb db, DeskWishes wishes, SlotTaker slots, DeskVisits visits, TimeProvider clock)
    {
        public async Task<Result<VisitView>> Handle(Request request, CancellationToken ct)
        {
            var now = clock.GetCurrentInstant();

            if ((await wishes.Read(request, now, ct)).IsRefused(out var refusal, out var desk))
            {
                return refusal;
            }

            var booked = await db.Write<VisitView>(async () => await visits.Book(request, desk, clock.GetCurrentInstant(), ct), ct);
            return await slots.WithAlternatives(booked, desk.Wish, ct);
        }
    }
}
