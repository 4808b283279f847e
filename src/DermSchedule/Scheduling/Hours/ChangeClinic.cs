using System.Text.Json;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Changes what a clinic is called, where it is and how it is reached. Absent members stay. Another time zone moves the clinic's hours, never a visit: the
/// visits that now lie outside them, or show another wall time than the patient was told, are listed.
/// </summary>
public static class ChangeClinic
{
    /// <summary>The clinic as it is stored now.</summary>
    public sealed record Answer : StoredClinic
    {
        internal Answer(StoredClinic stored, IReadOnlyList<AffectedVisit> affected)
            : base(stored) => Affected = affected;

        /// <summary>The visits ahead that the change leaves outside what is offered; they stay.</summary>
        public IReadOnlyList<AffectedVisit> Affected { get; }
    }

    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapPatch("/{id}", async (ClinicId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddClinic.Request>("application/json", "application/merge-patch+json")
        .Produces<Answer>()
        .WithName(nameof(ChangeClinic))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeChanges changes, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ClinicId id, JsonElement patch, CancellationToken ct) => settings.Change<Answer>(
            async before =>
                (await changes.Change(before, id, patch, ct)).IsRefused(out var refusal, out var changed)
                    ? refusal
                    : new Answer(changed.Stored, changed.MovesVisits ? await visits.Of(new Reach { Clinic = id }, before, changed.After, ct) : []),
            ct,
            taken: ClinicRules.Taken);
    }
}
