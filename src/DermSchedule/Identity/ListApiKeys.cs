using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Identity;

/// <summary>Shows which programs hold a key of the practice, also revoked ones; never the keys.</summary>
public static class ListApiKeys
{
    public sealed record Page(IReadOnlyList<StoredApiKey> Items, string? NextCursor);

    public sealed record StoredApiKey(ApiKeyId Id, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<Guid>? ClinicIds, Instant CreatedAt, Instant? RevokedAt);

    internal static void Map(IEndpointRouteBuilder keys) => keys
        .MapGet("", async (Handler list, CancellationToken ct, int? limit = null, string? cursor = null) => (await list.Handle(limit, cursor, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListApiKeys))
        .ForStaff([.. Access.Managers, Role.Auditor])
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db)
    {
        public async Task<Result<Page>> Handle(int? limit, string? cursor, CancellationToken ct)
        {
            if (limit is < 1 or > Cursor.MostItems)
            {
                return Refusals.Field("limit", $"Ask for 1 to {Cursor.MostItems} items.");
            }

            if (!Cursor.TryRead(cursor, out var after))
            {
                return Refusals.Field("cursor", "Send the cursor as the page before gave it.");
            }

            var from = new ApiKeyId(after?.Id ?? default);
            var most = limit ?? Cursor.MostItems;
            var rows = await db.Set<ApiKey>().AsNoTracking()
                .Where(key => key.Id > from).OrderBy(key => key.Id).Take(most + 1)
                .Select(key => new StoredApiKey(key.Id, key.Name, key.Roles, key.ClinicIds, key.CreatedAt, key.RevokedAt)).ToListAsync(ct);
            var items = rows.Take(most).ToList();
            return new Page(items, rows.Count > most ? new Cursor(0, items[^1].Id.Value).ToString() : null);
        }
    }
}
