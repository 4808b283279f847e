using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Shows the days on which a provider does not follow the weekly rule.</summary>
public static class ListDateOverrides
{
    /// <param name="Items">By date.</param>
    /// <param name="NextCursor">Always null: a provider has few.</param>
    public sealed record Page(IReadOnlyList<StoredDay> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("/{id}/date-override", async (ProviderId id, Handler list, CancellationToken ct) => (await list.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListDateOverrides))
        .ForStaff(Role.Owner, Role.Manager, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<Page>> Handle(ProviderId id, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);
            return catalog.Providers.ContainsKey(id)
                ? new Page([.. catalog.DateOverrides.Where(row => row.ProviderId == id).OrderBy(row => row.Date).Select(row => StoredDay.Of(row))], null)
                : Refusals.NotFound;
        }
    }
}
