using System.ComponentModel.DataAnnotations;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Sets the days on which a clinic is closed. Visits on a new holiday stay as they are and are listed, so that somebody moves them.</summary>
public static class SetClinicHolidays
{
    public sealed record Request
    {
        [Required]
        [MaxLength(400)]
        public IReadOnlyList<Day>? Items { get; init; }
    }

    public sealed record Day
    {
        [Required]
        public LocalDate? Date { get; init; }

        [Required]
        [MaxLength(100)]
        public string? Name { get; init; }

        /// <summary>The name by language.</summary>
        public IReadOnlyDictionary<string, HolidayWords>? Translations { get; init; }
    }

    /// <param name="Items">By date.</param>
    /// <param name="Affected">Visits on a day that was open before.</param>
    public sealed record Answer(IReadOnlyList<Holiday> Items, IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapPut("/{id}/holidays", async (ClinicId id, Request request, Handler set, CancellationToken ct) => (await set.Handle(id, request, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(SetClinicHolidays))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ClinicId id, Request request, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if (HoursRules.Clinic(before, settings, id) is { } refusal)
                {
                    return refusal;
                }

                if (Check(request, before.Practice).Found is { } wrong)
                {
                    return wrong;
                }

                var days = request.Items!.OrderBy(day => day.Date).Select(day => new Holiday(day.Date!.Value, day.Name!.Trim(), day.Translations)).ToList();
                var after = await hours.SetHolidays(before, id, days, ct);
                return new Answer(days, await visits.Of(new Reach { Clinic = id }, before, after, ct));
            },
            ct);

        private static FieldErrors Check(Request request, Practice practice)
        {
            var errors = new FieldErrors().Attributes(request);
            var days = request.Items ?? [];

            for (var i = 0; i < days.Count; i++)
            {
                if (days[i] is { } day)
                {
                    errors.AddWhen(day.Date is { } date && !HoursRules.IsSensible(date), $"items[{i}].date", "This date is too far away.");
                    errors.AddWhen(day.Date is not null && days.Take(i).Any(earlier => earlier?.Date == day.Date), $"items[{i}].date", "This day stands in the list twice.");
                    References.Translations(day.Translations, practice, errors, $"items[{i}].translations");
                }
            }

            return errors;
        }
    }
}
