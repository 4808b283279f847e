using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Gives a provider other hours on one day, or none. The weekly rule does not hold that day; visits that now lie outside stay as they are and are listed.
/// </summary>
public static class SetDateOverride
{
    public sealed record Request
    {
        [Required]
        public ClinicId? ClinicId { get; init; }

        [Required]
        public LocalDate? Date { get; init; }

        /// <summary>Without a day; empty means closed.</summary>
        [Required]
        [MaxLength(24)]
        public IReadOnlyList<HoursWindow>? Windows { get; init; }
    }

    public sealed record Answer(ClinicId ClinicId, LocalDate Date, IReadOnlyList<HoursWindow> Windows, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPost("/{id}/date-override", async (ProviderId id, Request request, Handler set, CancellationToken ct) =>
            (await set.Handle(id, request, ct)).ToHttp(day => TypedResults.Created($"/api/v1/settings/providers/{id}/date-override", day)))
        .Produces<Answer>(StatusCodes.Status201Created)
        .WithName(nameof(SetDateOverride))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ProviderId id, Request request, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if ((HoursRules.Provider(before, settings, id, request.ClinicId) ?? Check(request, before).Found) is { } refusal)
                {
                    return refusal;
                }

                var (clinic, date) = (request.ClinicId!.Value, request.Date!.Value);
                var windows = request.Windows!.Select(window => window.Stored(date.DayOfWeek)).ToList();
                var after = await hours.SetDateOverride(before, id, clinic, date, windows, ct);
                var affected = await visits.Of(new Reach { Provider = id, Clinic = clinic }, before, after, ct);
                return new Answer(clinic, date, [.. windows.Select(window => HoursWindow.Of(window, withDay: false))], affected);
            },
            ct);

        private static FieldErrors Check(Request request, Catalog catalog)
        {
            var errors = new FieldErrors().Attributes(request);
            var windows = request.Windows ?? [];
            HoursWindows.CheckKept(windows, catalog, "windows", errors);
            errors.AddWhen(request.Date is { } date && !HoursRules.IsSensible(date), "date", "This date is too far away.");

            for (var i = 0; i < windows.Count; i++)
            {
                errors.AddWhen(windows[i]?.Day is { } day && day != request.Date?.DayOfWeek, $"windows[{i}].day", "This is not the day of that date: leave it out.");
            }

            return errors;
        }
    }
}
