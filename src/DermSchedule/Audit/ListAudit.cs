using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Audit;

/// <summary>
/// Answers "who saw or changed this, and when?": the trail of the caller's practice, newest first, by period, person, patient or record. Looking at
/// the trail is a line in it too.
/// </summary>
public static class ListAudit
{
    public sealed record Request(string? From, string? To, Guid? User, PatientId? PatientId, Guid? EntityId, [property: MaxLength(120)] string? Cursor, [property: Range(1, Cursor.MostItems)] int? Limit);

    /// <param name="Items">Newest first.</param>
    /// <param name="NextCursor">Null on the last page.</param>
    public sealed record Lines(IReadOnlyList<AuditView> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListAudit))
        .Produces<Lines>()
        .ForStaff(Role.Owner, Role.Auditor)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.ValidationFailed);

    public sealed class Handler(AuditQuery trail, AuditTrail audit)
    {
        private const int Usual = 50;

        public async Task<Result<Lines>> Handle(Request request, CancellationToken ct)
        {
            var filter = Filter(request.From, request.To, request.User, request.PatientId, request.EntityId);

            if (filter.IsRefused(out var refusal))
            {
                return refusal;
            }

            if (!Cursor.TryRead(request.Cursor, out var cursor))
            {
                return Refusals.Field("cursor", "Send the cursor as the page before gave it.");
            }

            var limit = request.Limit ?? Usual;
            var before = cursor is { } place ? new Id<AuditEntry>(place.Id) : (Id<AuditEntry>?)null;
            var found = await trail.Page(filter.Value, before, limit + 1, ct);
            var items = found.Take(limit).ToList();
            await audit.Read("audit.listed", "audit_entry", [.. items.Select(line => new AuditRecord("audit_entry", line.Id, line.PatientId))], ct);
            return new Lines(items, found.Count > limit ? new Cursor(items[^1].At.ToUnixMicroseconds(), items[^1].Id).ToString() : null);
        }
    }

    /// <summary>Both take an RFC 3339 instant, or a date: then <c>from</c> is its beginning and <c>to</c> its end in UTC, inclusive.</summary>
    internal static Result<AuditFilter> Filter(string? from, string? to, Guid? user, PatientId? patient, Guid? entity)
    {
        var (first, last) = (At(from, endOfDay: false), At(to, endOfDay: true));

        return (first, last) switch
        {
            (null, _) when from is not null => Refusals.Field("from", "Send an RFC 3339 instant or a date."),
            (_, null) when to is not null => Refusals.Field("to", "Send an RFC 3339 instant or a date."),
            _ => new AuditFilter(first, last, user, patient, entity),
        };
    }

    private static Instant? At(string? text, bool endOfDay)
    {
        if (text is null)
        {
            return null;
        }

        if (Instants.TryRead(text, out var instant))
        {
            return instant;
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } date && Instants.IsKnown(date.Value)
            ? date.Value.PlusDays(endOfDay ? 1 : 0).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()
            : null;
    }
}
