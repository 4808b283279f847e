using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Audit;

/// <summary>
/// Hands the trail over to whoever has to keep or examine it: as a stream, page by page, however many years it is long. As NDJSON with everything
/// that stands in a line, or as CSV without the values of changes.
/// </summary>
public static class ExportAudit
{
    public sealed record Request(string? From, string? To, Guid? User, PatientId? PatientId, Guid? EntityId, string? Format);

    /// <param name="Csv">Or else NDJSON.</param>
    /// <param name="Lines">Newest first; read once.</param>
    public sealed record Export(bool Csv, IAsyncEnumerable<AuditView> Lines);

    internal static void Map(IEndpointRouteBuilder audit) => audit
        .MapGet("/export", async ([AsParameters] Request request, Handler export, CancellationToken ct) => (await export.Handle(request, ct)).ToHttp(Send))
        .WithName(nameof(ExportAudit))
        .ForStaff(Role.Owner, Role.Auditor)
        .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson", additionalContentTypes: "text/csv")
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, AuditQuery trail, AuditTrail audit)
    {
        private const int PageSize = 500;

        public async Task<Result<Export>> Handle(Request request, CancellationToken ct)
        {
            if (request.Format is not (null or "csv" or "ndjson"))
            {
                return Refusals.Field("format", "Send csv or ndjson.");
            }

            var filter = ListAudit.Filter(request.From, request.To, request.User, request.PatientId, request.EntityId);

            if (filter.IsRefused(out var refusal))
            {
                return refusal;
            }

            // Told before the first byte leaves; the filter stands in it, since the set has no bounds.
            var told = await db.Write<Done>(
                () =>
                {
                    audit.Record("audit.exported", new AuditRecord("audit_entry", Guid.Empty, request.PatientId), after: request);
                    return Task.FromResult<Result<Done>>(Done.Instance);
                },
                ct);
            return told.IsRefused(out var untold) ? untold : new Export(request.Format is "csv", Lines(filter.Value, ct));
        }

        private async IAsyncEnumerable<AuditView> Lines(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            Id<AuditEntry>? before = null;
            List<AuditView> page;

            do
            {
                page = await trail.Page(filter, before, PageSize, ct);

                foreach (var line in page)
                {
                    before = new Id<AuditEntry>(line.Id);
                    yield return line;
                }
            }
            while (page.Count == PageSize);
        }
    }

    private static IResult Send(Export export) => export.Csv
        ? TypedResults.Stream(stream => AuditCsv.Write(export.Lines, stream), "text/csv; charset=utf-8", "audit.csv")
        : TypedResults.Stream(stream => WriteNdjson(export.Lines, stream), "application/x-ndjson", "audit.ndjson");

    private static async Task WriteNdjson(IAsyncEnumerable<AuditView> lines, Stream stream)
    {
        await foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(stream, line, KernelJson.Options);
            await stream.WriteAsync("\n"u8.ToArray());
        }
    }
}
