using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>Shows a provider's time off and extra sessions.</summary>
public static class ListExceptions
{
    /// <param name="Items">By start.</param>
    /// <param name="NextCursor">Always null: a provider has few.</param>
    public sealed record Page(IReadOnlyList<StoredException> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("/{id}/exceptions", async (ProviderId id, Handler list, CancellationToken ct) => (await list.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListExceptions))
        .ForStaff(Role.Owner, Role.Manager, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        public async Task<Result<Page>> Handle(ProviderId id, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);
            return catalog.Providers.ContainsKey(id)
                ? new Page([.. catalog.Exceptions.Where(row => row.ProviderId == id).OrderBy(row => row.StartsAt).Select(row => StoredException.Of(row, catalog))], null)
                : Refusals.NotFound;
        }
    }
}
