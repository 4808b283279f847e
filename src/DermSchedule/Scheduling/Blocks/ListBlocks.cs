using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Scheduling;

/// <summary>Shows the desk which times are blocked.</summary>
public static class ListBlocks
{
    /// <summary>Dates are inclusive in the clinic's zone; without a clinic in that of the caller's first one.</summary>
    public sealed record Request(string? From, string? To, string? Clinic, int? Limit, string? Cursor);

    /// <param name="Items">By start.</param>
    /// <param name="NextCursor">Null on the last page.</param>
    public sealed record Page(IReadOnlyList<BlockView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder blocks) => blocks
        .MapGet("", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListBlocks))
        .ForStaff(Access.Readers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Catalogs catalogs, Caller caller)
    {
        private const int Usual = 50;

        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);
            var clinics = catalog.Clinics.Values
                .Where(clinic => caller.MayAt(clinic.Id.Value) && (request.Clinic is null || string.Equals(clinic.Slug, request.Clinic, StringComparison.Ordinal)))
                .OrderBy(clinic => clinic.Id).ToList();

            if (clinics.Count == 0)
            {
                return Refusals.NotFound;
            }

            if (Check(request, out var after).Found is { } wrong)
            {
                return wrong;
            }

            var limit = request.Limit ?? Usual;
            var rows = await Between(request, clinics, after).OrderBy(row => row.StartsAt).ThenBy(row => row.Id).Take(limit + 1).ToListAsync(ct);
            var page = rows.Take(limit).ToList();
            return new Page(
                page.ConvertAll(row => BlockView.Of(row, catalog)),
                rows.Count > limit ? new Cursor(page[^1].StartsAt.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
        }

        private static FieldErrors Check(Request request, out Cursor? after)
        {
            var errors = new FieldErrors();
            var (from, to) = (HoursRules.Day(request.From), HoursRules.Day(request.To));
            errors.AddWhen(request.From is not null && from is null, "from", "Send a date as yyyy-MM-dd.");
            errors.AddWhen(request.To is not null && to is null, "to", "Send a date as yyyy-MM-dd.");
            errors.AddWhen(to < from, "to", "Must not be before from.");
            errors.AddWhen(request.Limit is < 1 or > Cursor.MostItems, "limit", "Between 1 and 200.");
            errors.AddWhen(!Cursor.TryRead(request.Cursor, out after), "cursor", "Use nextCursor of the page before.");
            return errors;
        }

        private IQueryable<Block> Between(Request request, List<Clinic> clinics, Cursor? after)
        {
            var clock = ClinicClock.In(clinics[0].TimeZone);
            var ids = clinics.ConvertAll(clinic => clinic.Id);
            var rows = db.Set<Block>().AsNoTracking().Where(row => ids.Contains(row.ClinicId));

            if (HoursRules.Day(request.From) is { } from)
            {
                var first = clock.StartOf(from);
                rows = rows.Where(row => row.EndsAt > first);
            }

            if (HoursRules.Day(request.To) is { } to)
            {
                var end = clock.StartOf(to.PlusDays(1));
                rows = rows.Where(row => row.StartsAt < end);
            }

            if (after is { } cursor)
            {
                var at = ClockExtensions.FromUnixMicroseconds(cursor.Key);
                var id = new Id<Block>(cursor.Id);
                rows = rows.Where(row => row.StartsAt > at || (row.StartsAt == at && row.Id > id));
            }

            return rows;
        }
    }
}
