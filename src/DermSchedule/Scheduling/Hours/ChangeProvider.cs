using System.Text.Json;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// Changes what patients read about a provider, where the provider works and how many visits may lie side by side. Absent members stay. Visits ahead at a
/// clinic where the provider no longer works stay and are listed.
/// </summary>
public static class ChangeProvider
{
    /// <summary>The provider as it is stored now.</summary>
    public sealed record Answer : StoredProvider
    {
        internal Answer(StoredProvider stored, IReadOnlyList<AffectedVisit> affected)
            : base(stored) => Affected = affected;

        /// <summary>The visits ahead that the change leaves outside what is offered; they stay.</summary>
        public IReadOnlyList<AffectedVisit> Affected { get; }
    }

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPatch("/{id}", async (ProviderId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddProvider.Request>("application/json", "application/merge-patch+json")
        .Produces<Answer>()
        .WithName(nameof(ChangeProvider))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Settings settings, PracticeChanges changes, AffectedVisits visits)
    {
        public Task<Result<Answer>> Handle(ProviderId id, JsonElement patch, CancellationToken ct) => settings.Change<Answer>(
            async before =>
                (await changes.Change(before, id, patch, ct)).IsRefused(out var refusal, out var changed)
                    ? refusal
                    : new Answer(changed.Stored, changed.MovesVisits ? await visits.Of(new Reach { Provider = id }, before, changed.After, ct) : []),
            ct);
    }
}
