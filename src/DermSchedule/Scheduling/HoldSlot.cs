using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using DermSchedule.Practices;
using DermSchedule.Triage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Keeps a time for a visitor who fills the form *(policy: 10 min)*. Choosing another time gives the old one up only when the new one is got,
/// in one transaction (domain.md 3).
/// </summary>
public static class HoldSlot
{
    /// <summary>Due row that tidies up after a hold; an expired hold blocks nobody without it.</summary>
    public const string Lapsed = "hold.lapsed";

    public sealed record Request
    {
        [Required]
        public AppointmentTypeId? AppointmentTypeId { get; init; }

        /// <summary>Null means anybody.</summary>
        public ProviderId? ProviderId { get; init; }

        [Required]
        public Instant? Start { get; init; }

        [Required]
        public PatientKind? PatientKind { get; init; }

        /// <summary>Of a triage that has been answered before.</summary>
        [MaxLength(40)]
        public string? TriageId { get; init; }

        [MaxLength(100)]
        public string? TriageToken { get; init; }

        /// <summary>Token of the hold that is given up for this one.</summary>
        [MaxLength(100)]
        public string? Replaces { get; init; }
    }

    /// <param name="Token">Shown once; the booking brings it back.</param>
    public sealed record Held(HoldId Id, string Token, OffsetDateTime Start, OffsetDateTime End, ProviderId ProviderId, OffsetDateTime ExpiresAt);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/holds", async (string slug, Request request, Handler hold, CancellationToken ct) =>
            (await hold.Handle(slug, request, ct)).ToHttp(held => TypedResults.Created((string?)null, held)))
        .WithName(nameof(HoldSlot))
        .Produces<Held>(StatusCodes.Status201Created)
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable, SchedulingRefusals.TriageBlocked, SchedulingRefusals.HoldExpired, Refusals.TooManyRequests);

    public sealed class Handler(ScheduleDb db, OnlineTypes types, SlotTaker slots, Holds holds, Triages triages, VisitAnswers answers, TimeProvider clock)
    {
        public async Task<Result<Held>> Handle(string slug, Request request, CancellationToken ct)
        {
            if ((await triages.Find(request.TriageId, request.TriageToken, ct)).IsRefused(out var unanswered, out var triage))
            {
                return unanswered;
            }

            if ((await types.Find(slug, request.AppointmentTypeId!.Value, triage, ct)).IsRefused(out var unknown, out var offered))
            {
                return unknown;
            }

            var wish = new SlotWish(offered.Clinic, offered.Type, request.ProviderId, request.Start!.Value, request.PatientKind!.Value) { Triage = triage };
            var held = await db.Write<Held>(() => Keep(wish, offered, request.Replaces, ct), ct);
            return await slots.WithAlternatives(held, wish, ct);
        }

        private async Task<Result<Held>> Keep(SlotWish wish, OnlineTypes.Offered offered, string? replaces, CancellationToken ct)
        {
            var now = clock.GetCurrentInstant();
            Hold? old = null;

            // No time is kept for answers that cannot book it.
            if (await answers.Taken(wish.Triage, ct) is { } used)
            {
                return used;
            }

            if (replaces is not null && (await holds.Live(replaces, now, ct)).IsRefused(out var lost, out old))
            {
                return lost;
            }

            if (await holds.AtLimit(old?.Id, now, ct))
            {
                return Refusals.TooManyRequests.Saying("You are keeping two times already. Finish or give up one of them first.").With("retryAfter", 60);
            }

            var token = Token.New(Token.Hold);
            var expires = now + Duration.FromMinutes(offered.Policies.HoldMinutes);
            var id = holds.NewId();

            if ((await slots.Take(wish, id.Value, ReservationKind.Hold, expires, old?.Id.Value, now, ct)).IsRefused(out var taken, out var slot))
            {
                return taken;
            }

            if (old is not null)
            {
                old.ExpiresAt = Hold.GivenUp;
            }

            holds.Add(id, token, wish, slot, expires);
            var zone = ClinicClock.In(offered.Clinic.TimeZone);
            return new Held(id, token.Value, zone.OnTheWire(slot.StartsAt), zone.OnTheWire(slot.EndsAt), slot.ProviderId, zone.OnTheWire(expires));
        }
    }
}
