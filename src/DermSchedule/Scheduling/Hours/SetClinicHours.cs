using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Sets when a clinic is open. New times are offered by the new hours at once; visits that now lie outside stay as they are and are listed, so that
/// somebody moves them.
/// </summary>
public static class SetClinicHours
{
    public sealed record Request
    {
        /// <summary>Empty lifts every restriction beyond the providers' hours.</summary>
        [Required]
        [MaxLength(100)]
        public IReadOnlyList<HoursWindow>? Weekly { get; init; }
    }

    public sealed record Answer(IReadOnlyList<HoursWindow> Weekly, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapPut("/{id}/hours", async (ClinicId id, Request request, Handler set, CancellationToken ct) => (await set.Handle(id, request, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(SetClinicHours))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public async Task<Result<Answer>> Handle(ClinicId id, Request request, CancellationToken ct)
        {
            var errors = new FieldErrors().Attributes(request);
            HoursWindows.CheckDays(request.Weekly ?? [], "weekly", errors);
            HoursWindows.CheckNotKept(request.Weekly ?? [], "weekly", errors);
            return errors.Found is { } wrong ? wrong : await settings.Change(before => Set(before, id, [.. request.Weekly!.Select(window => window.Stored())], ct), ct);
        }

        private async Task<Result<Answer>> Set(Catalog before, ClinicId id, IReadOnlyList<WeeklyHours> weekly, CancellationToken ct)
        {
            if (HoursRules.Clinic(before, settings, id) is { } refusal)
            {
                return refusal;
            }

            var after = await hours.SetClinicHours(before, id, weekly, ct);
            var affected = await visits.Of(new Reach { Clinic = id }, before, after, ct);
            return new Answer([.. weekly.Select(window => HoursWindow.Of(window))], affected);
        }
    }
}
