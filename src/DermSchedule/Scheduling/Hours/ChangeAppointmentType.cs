using System.Text.Json;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Changes what a type of visit is called, how long it takes, who performs it and when it can start. Absent members stay. Visits ahead with somebody who
/// no longer performs it, or where it is no longer offered, stay and are listed.
/// </summary>
public static class ChangeAppointmentType
{
    /// <summary>The type as it is stored now.</summary>
    public sealed record Answer : StoredAppointmentType
    {
        internal Answer(StoredAppointmentType stored, IReadOnlyList<AffectedVisit> affected)
            : base(stored) => Affected = affected;

        /// <summary>The visits ahead that the change leaves outside what is offered; they stay.</summary>
        public IReadOnlyList<AffectedVisit> Affected { get; }
    }

    internal static void Map(IEndpointRouteBuilder types) => types
        .MapPatch("/{id}", async (AppointmentTypeId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddAppointmentType.Request>("application/json", "application/merge-patch+json")
        .Produces<Answer>()
        .WithName(nameof(ChangeAppointmentType))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeChanges changes, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(AppointmentTypeId id, JsonElement patch, CancellationToken ct) => settings.Change<Answer>(
            async before =>
                (await changes.Change(before, id, patch, ct)).IsRefused(out var refusal, out var changed)
                    ? refusal
                    : new Answer(changed.Stored, changed.MovesVisits ? await visits.Of(new Reach { Type = id }, before, changed.After, ct) : []),
            ct);
    }
}
