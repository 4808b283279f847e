using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Patients;

/// <summary>
/// Finds a patient for the desk: by the beginning of a name, phone, e-mail or birth date. Without a question it lists the newest records first.
/// </summary>
public static class ListPatients
{
    private const int Usual = 50;

    public sealed record Request([property: MaxLength(200)] string? Q, [property: Range(1, Cursor.MostItems)] int? Limit, string? Cursor);

    /// <param name="Items">By name for a search, else newest first.</param>
    /// <param name="NextCursor">Null on the last page.</param>
    /// <param name="Truncated">More than 200 records fit the search: ask more precisely.</param>
    public sealed record Found(IReadOnlyList<Line> Items, string? NextCursor, bool Truncated);

    public sealed record Line(
        PatientId Id, int Version, string FirstName, string LastName, string? PreferredName, string? DateOfBirth, string? Phone, string? Email, string PreferredLanguage, IReadOnlyList<string> Flags, bool PossibleDuplicate)
    {
        public override string ToString() => "patient";
    }

    internal static void Map(IEndpointRouteBuilder patients) => patients
        .MapGet("", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListPatients))
        .Produces<Found>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, Vault vault, AuditTrail audit)
    {
        public async Task<Result<Found>> Handle(Request request, CancellationToken ct)
        {
            if (!Cursor.TryRead(request.Cursor, out var cursor))
            {
                return Refusals.Field("cursor", "Send the cursor as the page before gave it.");
            }

            var search = string.IsNullOrWhiteSpace(request.Q) ? null : PatientSearch.Read(request.Q);

            if (search is null && !string.IsNullOrWhiteSpace(request.Q))
            {
                return Refusals.Field("q", "Type two letters of a name at least, a whole phone number, an e-mail address or a birth date.");
            }

            var limit = request.Limit ?? Usual;
            var found = search is null ? await Newest(cursor, limit, ct) : await Search(search, cursor, limit, ct);
            await audit.Read("patients.listed", "patient", [.. found.Items.Select(line => new AuditRecord("patient", line.Id.Value, line.Id))], ct);
            return found;
        }

        private async Task<Found> Newest(Cursor? cursor, int limit, CancellationToken ct)
        {
            var patients = db.Set<Patient>().AsNoTracking();

            if (cursor is { } after)
            {
                var last = new PatientId(after.Id);
                patients = patients.Where(patient => patient.Id < last);
            }

            var rows = await patients.OrderByDescending(patient => patient.Id).Take(limit + 1).ToListAsync(ct);
            return Page(rows.ConvertAll(Open), limit, truncated: false);
        }

        // Names are sealed, so they are sorted here, and all hits are read for it; a page of a search is a window of the sorted hits.
        private async Task<Found> Search(PatientSearch search, Cursor? cursor, int limit, CancellationToken ct)
        {
            var rows = await search.Among(db, vault).OrderByDescending(patient => patient.Id).Take(Cursor.MostItems + 1).ToListAsync(ct);
            var sorted = rows.Take(Cursor.MostItems).Select(Open)
                .OrderBy(line => NameKey.Of(line.LastName), StringComparer.Ordinal).ThenBy(line => NameKey.Of(line.FirstName), StringComparer.Ordinal).ThenBy(line => line.Id).ToList();
            var begin = cursor is { } after ? sorted.FindIndex(line => line.Id.Value == after.Id) + 1 : 0;
            return Page(sorted[begin..], limit, rows.Count > Cursor.MostItems);
        }

        private static Found Page(List<Line> lines, int limit, bool truncated) => lines.Count > limit
            ? new Found(lines[..limit], new Cursor(0, lines[limit - 1].Id.Value).ToString(), truncated)
            : new Found(lines, null, truncated);

        private Line Open(Patient patient)
        {
            var facts = PatientFacts.Open(patient, vault);
            return new Line(
                patient.Id, patient.Version, facts.FirstName, facts.LastName, facts.Details.PreferredName, facts.BornIso, facts.Phone, facts.Email, facts.PreferredLanguage, facts.Details.Flags, patient.PossibleDuplicate);
        }
    }
}
