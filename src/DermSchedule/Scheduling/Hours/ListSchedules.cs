using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Shows which weekly hours a provider has, at which clinic and from when.</summary>
public static class ListSchedules
{
    /// <param name="Items">By first day.</param>
    /// <param name="NextCursor">Always null: a provider has few.</param>
    public sealed record Page(IReadOnlyList<StoredSchedule> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("/{id}/schedule", async (ProviderId id, Handler list, CancellationToken ct) => (await list.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListSchedules))
        .ForStaff(Role.Owner, Role.Manager, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<Page>> Handle(ProviderId id, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);
            return catalog.Providers.ContainsKey(id)
                ? new Page([.. catalog.Schedules.Where(row => row.ProviderId == id).OrderBy(row => row.EffectiveFrom).Select(row => StoredSchedule.Of(row))], null)
                : Refusals.NotFound;
        }
    }
}
