using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Lets the weekly rule hold again on a day. Visits that lay inside the day's own hours only stay as they are and are listed.</summary>
public static class RemoveDateOverride
{
    public sealed record Answer(IReadOnlyList<AffectedVisit> Affected);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapDelete("/{id}/date-override", async (ProviderId id, ClinicId clinicId, string date, Handler remove, CancellationToken ct) =>
            (await remove.Handle(id, clinicId, date, ct)).ToHttp(TypedResults.Ok))
        .Produces<Answer>()
        .WithName(nameof(RemoveDateOverride))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeHours hours, AffectedVisits visits)
    {
        /// <param name="id">Whose day.</param>
        /// <param name="clinic">Where.</param>
        /// <param name="date">As yyyy-MM-dd.</param>
        /// <param name="ct">Cancels the change.</param>
        public Task<Result<Answer>> Handle(ProviderId id, ClinicId clinic, string date, CancellationToken ct) => settings.Change<Answer>(
            async before =>
            {
                if (HoursRules.Day(date) is not { } asked)
                {
                    return Refusals.Field("date", "Send a date as yyyy-MM-dd.");
                }

                if (before.DateOverrides.FirstOrDefault(row => row.ProviderId == id && row.ClinicId == clinic && row.Date == asked) is not { } day)
                {
                    return Refusals.NotFound;
                }

                if (HoursRules.MayTouch(before, settings, id, clinic) is { } refusal)
                {
                    return refusal;
                }

                var after = hours.RemoveDateOverride(before, day);
                return new Answer(await visits.Of(new Reach { Provider = id, Clinic = clinic }, before, after, ct));
            },
            ct);
    }
}
