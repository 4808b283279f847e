using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Patients;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Consents;

/// <summary>What was agreed to, refused and taken back about a patient's visits and numbers, newest first: the proof that a text was allowed.</summary>
public static class ListConsents
{
    public sealed record Request(PatientId Id, int? Limit, string? Cursor);

    public sealed record Page(IReadOnlyList<Item> Items, string? NextCursor);

    /// <param name="Id">Of the line; lines are never changed.</param>
    /// <param name="At">When.</param>
    /// <param name="ClinicId">Who asked. A revocation holds at every clinic of the practice.</param>
    /// <param name="PatientId">Null for a reply to a text, which speaks for everybody on that number.</param>
    /// <param name="AppointmentId">The visit it was said with.</param>
    /// <param name="Phone">Which number it is about, in E.164.</param>
    /// <param name="Channel">By which way.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Decision">What was said.</param>
    /// <param name="Source">Where.</param>
    /// <param name="Text">The words; null where none were read.</param>
    /// <param name="TextVersion">Their version.</param>
    /// <param name="Language">Their language: <c>en</c> or <c>es</c>.</param>
    /// <param name="ShownByUs">Whether our own page showed these very words; false where another program asked, then they are the standard ones of that day.</param>
    /// <param name="IpAddress">Where the request came from.</param>
    public sealed record Item(
        Id<ConsentEntry> Id,
        OffsetDateTime At,
        ClinicId ClinicId,
        PatientId? PatientId,
        Guid? AppointmentId,
        string Phone,
        ConsentChannel Channel,
        ConsentPurpose Purpose,
        ConsentDecision Decision,
        ConsentSource Source,
        string? Text,
        int? TextVersion,
        string? Language,
        bool ShownByUs,
        string? IpAddress)
    {
        public override string ToString() => "consent";
    }

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/patients/{id}/consents", async ([AsParameters] Request request, Handler list, CancellationToken ct) =>
            (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ListConsents))
        .Produces<Page>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, Vault vault, Catalogs catalogs, PatientRecords patients, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            if (!Cursor.TryRead(request.Cursor, out var after) || request.Limit is < 1 or > Cursor.MostItems)
            {
                return Refusals.Field(request.Limit is < 1 or > Cursor.MostItems ? "limit" : "cursor", "Not valid.");
            }

            if (!await patients.Exists(request.Id, ct))
            {
                return Refusals.NotFound;
            }

            var limit = request.Limit ?? 50;
            var lines = await Lines(request.Id, after).Take(limit + 1).ToListAsync(ct);
            var page = lines.Take(limit).ToList();
            await audit.Read("patient.consents_read", "patient", [new AuditRecord("patient", request.Id.Value, request.Id)], ct);

            var clinics = (await catalogs.Current(ct)).Clinics;
            return new Page(
                [.. page.Select(line => Shown(line, ClinicClock.In(clinics[line.ClinicId].TimeZone)))],
                lines.Count > limit ? new Cursor(page[^1].At.ToUnixMicroseconds(), page[^1].Id.Value).ToString() : null);
        }

        // The patient's own lines, and the replies that came from a number one of them names.
        private IQueryable<ConsentEntry> Lines(PatientId patient, Cursor? after)
        {
            var all = db.Set<ConsentEntry>().AsNoTracking();
            var numbers = all.Where(line => line.PatientId == patient).Select(line => line.PhoneIndex);
            var lines = all.Where(line => line.PatientId == patient || (line.PatientId == null && numbers.Contains(line.PhoneIndex)));

            // Whoever works at one clinic must see why it may not text, and nothing else of the others.
            if (caller.Clinics is { } clinics)
            {
                var reach = clinics.Select(clinic => new ClinicId(clinic)).ToList();
                lines = lines.Where(line => reach.Contains(line.ClinicId) || line.Decision == ConsentDecision.Revoked);
            }

            if (after is { } cursor)
            {
                var at = ClockExtensions.FromUnixMicroseconds(cursor.Key);
                var id = new Id<ConsentEntry>(cursor.Id);
                lines = lines.Where(line => line.At < at || (line.At == at && line.Id < id));
            }

            return lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id);
        }

        private Item Shown(ConsentEntry line, ClinicClock zone) => new(
            line.Id, zone.OnTheWire(line.At), line.ClinicId, line.PatientId, line.Visit, vault.Open(line.Phone, ConsentsTables.Phone, line.Id.Value), line.Channel, line.Purpose,
            line.Decision, line.Source, line.Words, line.WordsVersion, line.Language, line.ShownByUs, vault.OpenOptional(line.Address, ConsentsTables.Address, line.Id.Value));
    }
}
