using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// The free times of a clinic for one kind of visit, day by day, with all providers or one. The question asked most often of all: the settings
/// come from memory, and one round trip reads what is taken together with the version of the settings it must be judged by.
/// </summary>
public static class FindSlots
{
    /// <summary>Longest range of one question, in days (api.md).</summary>
    public const int LongestRange = 92;

    public sealed record Request
    {
        [Required]
        public AppointmentTypeId? AppointmentTypeId { get; init; }

        /// <summary>First local date of a start.</summary>
        [Required]
        public LocalDate? From { get; init; }

        /// <summary>Last one, inclusive.</summary>
        [Required]
        public LocalDate? To { get; init; }

        /// <summary>Null means anybody.</summary>
        public ProviderId? ProviderId { get; init; }

        /// <summary>Null means new: a new patient's visit is the longer one, so nobody is shown a time that turns out too short.</summary>
        public PatientKind? PatientKind { get; init; }

        /// <summary>The triage said urgent: access slots are shown.</summary>
        public bool Urgent { get; init; }

        /// <summary>The desk asks: notice, horizon and online-bookable do not count.</summary>
        public bool Staff { get; init; }
    }

    /// <param name="TimeZone">IANA zone of the clinic.</param>
    /// <param name="Clock">Turns instants into the clinic's wall time.</param>
    /// <param name="Days">Days without a free time are left out.</param>
    public sealed record Found(string TimeZone, ClinicClock Clock, IReadOnlyList<FreeDay> Days)
    {
        public FreeSlot? FirstAvailable => Days.Count > 0 ? Days[0].Slots[0] : null;
    }

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapGet("/availability", async (string slug, [AsParameters] AvailabilityQuery query, Caller caller, Handler find, CancellationToken ct) =>
            query.Read(caller.IsStaff).IsRefused(out var malformed, out var request)
                ? malformed.ToProblem()
                : (await find.Handle(slug, request, ct)).ToHttp(found => new SlotsAnswer(found)))
        .WithName(nameof(FindSlots))
        .Produces<SlotsAnswer.Shape>()
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(Catalogs catalogs, IReservationWall wall, AvailabilityPlans plans, CapCounts caps, TimeProvider clock)
    {
        public async Task<Result<Found>> Handle(string slug, Request request, CancellationToken ct)
        {
            if (Period.DaysBetween(request.From!.Value, request.To!.Value) is var days && days is < 0 or >= LongestRange)
            {
                return Refusals.Field("to", days < 0 ? "The last day is before the first." : $"Ask for at most {LongestRange} days.");
            }

            // What is in memory may be old; the answer to the one question we ask anyway tells.
            var catalog = catalogs.Remembered ?? await catalogs.Current(ct);
            while (true)
            {
                if (Plan(catalog, slug, request) is not { } plan)
                {
                    var current = await catalogs.Current(ct);
                    if (ReferenceEquals(current, catalog))
                    {
                        return Refusals.NotFound;
                    }

                    catalog = current;
                    continue;
                }

                var (found, version) = await Search(plan, request, ct);
                if (version <= catalog.Version)
                {
                    return found;
                }

                catalog = await catalogs.At(version, ct);
            }
        }

        /// <summary>Null for what a visitor cannot know: unknown, inactive, not at this clinic, not online.</summary>
        private AvailabilityPlan? Plan(Catalog catalog, string slug, Request request)
        {
            if (catalog.ClinicBySlug(slug) is not { } clinic
                || catalog.AppointmentTypes.GetValueOrDefault(request.AppointmentTypeId!.Value) is not { } type
                || !Catalog.IsOffered(type, clinic.Id)
                || (!request.Staff && !type.OnlineBookable)
                || (request.ProviderId is { } provider && catalog.Providers.GetValueOrDefault(provider) is not { Active: true }))
            {
                return null;
            }

            // Who asks for an urgent-only type is judged urgent before it can be booked (domain.md 6); until then the times are no secret.
            return plans.For(catalog, clinic, type, request.PatientKind ?? PatientKind.New, request.Urgent || type.UrgentOnly);
        }

        private async Task<(Found Found, long Version)> Search(AvailabilityPlan plan, Request request, CancellationToken ct)
        {
            var question = new AvailabilityQuestion(request.From!.Value, request.To!.Value, clock.GetCurrentInstant()) { Provider = request.ProviderId, Staff = request.Staff };
            var (first, last) = Availability.Within(plan, question);
            if (first > last)
            {
                // Nothing to read, but the horizon itself may have been changed meanwhile.
                return (new Found(plan.Clinic.TimeZone, plan.Clock, []), (await catalogs.Current(ct)).Version);
            }

            var (from, to) = plan.Reach(first, last);
            var busy = await wall.Busy(plan.ResourcesFor(request.ProviderId), from, to, question.Now, ct);
            var visits = await caps.Of(plan.Type, plan.Clock, plan.Clock.StartOf(first), plan.Clock.StartOf(last.PlusDays(1)), except: null, question.Now, ct);
            return (new Found(plan.Clinic.TimeZone, plan.Clock, Availability.Find(plan, question, busy.Rows, visits)), busy.SettingsVersion);
        }
    }
}
