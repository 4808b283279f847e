using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>
/// Sets the weekly hours of a provider at a clinic from a day on. A schedule with the same first day is replaced; one without a last day ends where
/// a later one begins. Visits that now lie outside stay as they are and are listed.
/// </summary>
public static class SetProviderSchedule
{
    public sealed record Request
    {
        [Required]
        public ClinicId? ClinicId { get; init; }

        [Required]
        public LocalDate? EffectiveFrom { get; init; }

        /// <summary>The last day; null means until a later schedule begins.</summary>
        public LocalDate? EffectiveTo { get; init; }

        /// <summary>Empty means that the provider does not work there from that day on.</summary>
        [Required]
        [MaxLength(100)]
        public IReadOnlyList<HoursWindow>? Weekly { get; init; }
    }

    public sealed record Answer(ClinicId ClinicId, LocalDate EffectiveFrom, LocalDate? EffectiveTo, IReadOnlyList<HoursWindow> Weekly, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPut("/{id}/schedule", async (ProviderId id, Request request, Handler set, CancellationToken ct) => (await set.Handle(id, request, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(SetProviderSchedule))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ProviderId id, Request request, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if (HoursRules.Provider(before, settings, id, request.ClinicId) is { } refusal)
                {
                    return refusal;
                }

                if (Check(id, request, before).Found is { } wrong)
                {
                    return wrong;
                }

                var (clinic, from) = (request.ClinicId!.Value, request.EffectiveFrom!.Value);
                var weekly = request.Weekly!.Select(window => window.Stored()).ToList();
                var after = await hours.SetSchedule(before, id, clinic, from, request.EffectiveTo, weekly, ct);
                var affected = await visits.Of(new Reach { Provider = id, Clinic = clinic }, before, after, ct);
                return new Answer(clinic, from, request.EffectiveTo, [.. weekly.Select(window => HoursWindow.Of(window))], affected);
            },
            ct);

        private static FieldErrors Check(ProviderId id, Request request, Catalog catalog)
        {
            var errors = new FieldErrors().Attributes(request);
            HoursWindows.CheckDays(request.Weekly ?? [], "weekly", errors);
            HoursWindows.CheckKept(request.Weekly ?? [], catalog, "weekly", errors);
            errors.AddWhen(request.EffectiveFrom is { } first && !HoursRules.IsSensible(first), "effectiveFrom", "This date is too far away.");
            errors.AddWhen(request.EffectiveTo is { } last && !HoursRules.IsSensible(last), "effectiveTo", "This date is too far away.");
            errors.AddWhen(request.EffectiveTo < request.EffectiveFrom, "effectiveTo", "The last day comes before the first.");

            var others = catalog.Schedules.Where(row => row.ProviderId == id && row.ClinicId == request.ClinicId && row.EffectiveFrom != request.EffectiveFrom).ToList();
            errors.AddWhen(
                others.Any(row => row.EffectiveFrom < request.EffectiveFrom && row.EffectiveTo >= request.EffectiveFrom),
                "effectiveFrom",
                "An earlier schedule with a last day still holds then: give it an earlier last day first.");
            errors.AddWhen(
                others.Any(row => row.EffectiveFrom > request.EffectiveFrom && row.EffectiveFrom <= request.EffectiveTo),
                "effectiveTo",
                "A later schedule begins before that day.");
            return errors;
        }
    }
}
