using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DermSchedule.Consents;
using DermSchedule.Data;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// A patient books: with a time that was held, or in one step. Visit, reservation, history, audit line and notice commit together or not at all.
/// </summary>
public static class BookAppointment
{
    public sealed record Request
    {
        /// <summary>The kept time; then type, provider and start are the hold's.</summary>
        [MaxLength(100)]
        public string? HoldToken { get; init; }

        public AppointmentTypeId? AppointmentTypeId { get; init; }

        /// <summary>Null means anybody.</summary>
        public ProviderId? ProviderId { get; init; }

        public Instant? Start { get; init; }

        /// <summary>Of a triage that has been answered before.</summary>
        [MaxLength(40)]
        public string? TriageId { get; init; }

        [MaxLength(100)]
        public string? TriageToken { get; init; }

        /// <summary>Required without <see cref="SameAs"/>.</summary>
        public TypedPerson? Patient { get; init; }

        /// <summary>Who books for the patient; then <c>patient.phone</c> may be absent.</summary>
        public TypedGuardian? BookedBy { get; init; }

        /// <summary>
        /// The link of another visit (<c>manageToken</c>): without <c>patient</c> the same person comes again, with one a member of the family, and
        /// what is not said of contact, language and who books is taken from there.
        /// </summary>
        [MaxLength(100)]
        public string? SameAs { get; init; }

        [Required]
        public PatientKind? PatientKind { get; init; }

        /// <summary>Whether texts about this visit may be sent to the number of who books; absent where nobody was asked. It is kept in the consent ledger.</summary>
        public bool? SmsConsent { get; init; }

        /// <summary>The words that our own page asked with. Another program cannot say so: it shows words of its own.</summary>
        [JsonIgnore]
        public ConsentText? ConsentShown { get; init; }

        public bool? PolicyAccepted { get; init; }

        public DepositRequest? Deposit { get; init; }
    }

    /// <param name="PaymentToken">Of the payment provider.</param>
    public sealed record DepositRequest([property: MaxLength(200)] string? PaymentToken);

    /// <param name="ManageToken">Opens the visit to the patient; shown once.</param>
    /// <param name="ManageUrl">The page behind it.</param>
    public sealed record Booked(
        AppointmentId Id,
        AppointmentStatus Status,
        OffsetDateTime Start,
        OffsetDateTime End,
        ProviderId ProviderId,
        string ManageToken,
        string ManageUrl,
        DepositAnswer Deposit);

    /// <param name="Status"><c>not_required</c> while the practice takes no deposits.</param>
    /// <param name="Amount">Null without a deposit.</param>
    public sealed record DepositAnswer(string Status, Money? Amount)
    {
        public static readonly DepositAnswer NotRequired = new("not_required", null);
    }

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/appointments", async (string slug, Request request, Handler book, CancellationToken ct) =>
            (await book.Handle(slug, request, ct)).ToHttp(booked => TypedResults.Created($"/api/v1/appointments/{booked.Id}", booked)))
        .WithName(nameof(BookAppointment))
        .Produces<Booked>(StatusCodes.Status201Created)
        .ForAnyone()
        .Refuses(
            Refusals.NotFound, Refusals.ValidationFailed, SchedulingRefusals.SlotTaken, SchedulingRefusals.SlotUnavailable,
            SchedulingRefusals.HoldExpired, SchedulingRefusals.HoldUsed, SchedulingRefusals.TriageBlocked);

    public sealed class Handler(ScheduleDb db, OnlineTypes types, OnlineVisits visits, SlotTaker slots, OnlineTerms terms, TimeProvider clock)
    {
        public async Task<Result<Booked>> Handle(string slug, Request request, CancellationToken ct)
        {
            if (await types.Today(slug, clock.GetCurrentInstant(), ct) is not { } today)
            {
                return Refusals.NotFound;
            }

            if ((await terms.Read(request, today, ct)).IsRefused(out var invalid, out var people))
            {
                return invalid;
            }

            if (request.HoldToken is { } token)
            {
                var kept = await db.Write(() => visits.FromHold(slug, token, request.PatientKind, people, clock.GetCurrentInstant(), ct), ct);
                return kept.Refusal == SchedulingRefusals.SlotUnavailable && await visits.Kept(token, ct) is { } lost ? await slots.WithAlternatives(kept, lost, ct) : kept;
            }

            if ((await types.Find(slug, request.AppointmentTypeId!.Value, people.Triage, ct)).IsRefused(out var unknown, out var offered))
            {
                return unknown;
            }

            if (people.By(offered.Policies, today).IsRefused(out var tooYoung, out people))
            {
                return tooYoung;
            }

            var wish = new SlotWish(offered.Clinic, offered.Type, request.ProviderId, request.Start!.Value, request.PatientKind!.Value) { Triage = people.Triage };
            var booked = await db.Write(() => visits.Direct(wish, people, clock.GetCurrentInstant(), ct), ct);
            return await slots.WithAlternatives(booked, wish, ct);
        }
    }
}
