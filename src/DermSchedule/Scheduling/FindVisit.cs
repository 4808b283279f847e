using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DermSchedule.Data;
using DermSchedule.Jobs;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// "I lost my link." The answer is always the same and says nothing about who is known: what was asked becomes a due row, and the look-up and the
/// message happen out of the asker's sight, only to the contact stored with the visit (api.md).
/// </summary>
public static class FindVisit
{
    /// <summary>Due row that looks the visits up and sends their links.</summary>
    public const string Kind = "visit.find";

    public sealed record Request
    {
        [MaxLength(40)]
        public string? Phone { get; init; }

        [MaxLength(254)]
        public string? Email { get; init; }

        [Required]
        public LocalDate? DateOfBirth { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/find-visit", async (string slug, Request request, Handler find, CancellationToken ct) =>
            (await find.Handle(slug, request, ct)).ToHttp(_ => TypedResults.Accepted((string?)null)))
        .WithName(nameof(FindVisit))
        .Produces(StatusCodes.Status202Accepted)
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, DueRows due, Ids ids, TimeProvider clock)
    {
        public async Task<Result<Done>> Handle(string slug, Request request, CancellationToken ct)
        {
            if ((await catalogs.Current(ct)).ClinicBySlug(slug) is not { } clinic)
            {
                return Refusals.NotFound;
            }

            if (string.IsNullOrWhiteSpace(request.Phone) == string.IsNullOrWhiteSpace(request.Email))
            {
                return Refusals.Field("phone", "Give either the phone or the e-mail of the visit.");
            }

            if (!string.IsNullOrWhiteSpace(request.Phone) && !PhoneNumber.TryParse(request.Phone, out _))
            {
                return Refusals.Field("phone", "Give a phone number with area code.");
            }

            return await db.Write<Done>(() =>
            {
                var asked = JsonSerializer.Serialize(request, KernelJson.Options);
                due.Plan(Kind, ids.Next<FindVisitAsked>().ToString(), clinic.Id.Value, 1, clock.GetCurrentInstant(), asked);
                return Task.FromResult<Result<Done>>(Done.Instance);
            }, ct);
        }

        private sealed record FindVisitAsked;
    }
}
