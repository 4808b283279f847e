using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Identity;

/// <summary>Shows who works in the practice and as what, also who left: a name in an old audit line still means somebody (R-HI-1).</summary>
public static class ListUsers
{
    public sealed record Page(IReadOnlyList<StoredUser> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder users) => users
        .MapGet("", async (Handler list, CancellationToken ct, int? limit = null, string? cursor = null) => (await list.Handle(limit, cursor, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListUsers))
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

            var from = new AccountId(after?.Id ?? default);
            var most = limit ?? Cursor.MostItems;
            var rows = await db.Set<Membership>().AsNoTracking()
                .Where(member => member.AccountId > from).OrderBy(member => member.AccountId).Take(most + 1)
                .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (member, account) => new { member, account.Email })
                .OrderBy(row => row.member.AccountId).ToListAsync(ct);
            var items = rows.Take(most).Select(row => StoredUser.Of(row.member, row.Email)).ToList();
            return new Page(items, rows.Count > most ? new Cursor(0, items[^1].Id.Value).ToString() : null);
        }
    }
}
