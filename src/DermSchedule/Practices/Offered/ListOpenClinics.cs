using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a visitor the clinics that take online booking, of every practice on this server.</summary>
public static class ListOpenClinics
{
    /// <param name="Limit">At most 200, 100 unless said. A page may hold fewer: clinics without online booking are left out.</param>
    /// <param name="Cursor">Of the page before.</param>
    public sealed record Request([property: Range(1, DermSchedule.Kernel.Cursor.MostItems)] int? Limit, [property: MaxLength(120)] string? Cursor);

    public sealed record OpenClinic(string Slug, string Name, string TimeZone, string Phone, string Address);

    /// <param name="Items">Oldest first.</param>
    /// <param name="NextCursor">Null on the last page.</param>
    public sealed record Page(IReadOnlyList<OpenClinic> Items, string? NextCursor);

    // Not under /clinics/{slug}: no slug, hence no practice to enter. What is read is on every clinic's door.
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/clinics", async ([AsParameters] Request request, Handler list, CancellationToken ct) => (await list.Handle(request, ct)).ToHttp(TypedResults.Ok))
        .Produces<Page>()
        .WithName(nameof(ListOpenClinics))
        .WithTags("Clinics")
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed);

    public sealed class Handler(PracticeDirectory directory)
    {
        private const int Usual = 100;

        public async Task<Result<Page>> Handle(Request request, CancellationToken ct)
        {
            var errors = new FieldErrors().Attributes(request);
            errors.AddWhen(!DermSchedule.Kernel.Cursor.TryRead(request.Cursor, out var after), "cursor", "Send the cursor as the page before gave it.");

            if (errors.Found is { } wrong)
            {
                return wrong;
            }

            var limit = request.Limit ?? Usual;
            var found = await directory.ClinicsEverywhere(new ClinicId(after?.Id ?? Guid.Empty), limit + 1, ct);
            var page = found.Take(limit).ToList();
            var online = await directory.OnlineTypesEverywhere(page.ConvertAll(clinic => clinic.PracticeId), ct);
            var open = page.Where(clinic => online[clinic.PracticeId].Any(clinics => clinics.Count == 0 || clinics.Contains(clinic.Id)));
            return new Page(
                [.. open.Select(clinic => new OpenClinic(clinic.Slug, clinic.Name, clinic.TimeZone, clinic.Phone, clinic.Address))],
                found.Count > limit ? new Cursor(0, page[^1].Id.Value).ToString() : null);
        }
    }
}
