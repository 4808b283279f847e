using DermSchedule.Data;
using DermSchedule.Files;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Scheduling;

/// <summary>
/// A patient sends pictures of the insurance card through the link of a visit, so that nobody copies it at the desk. A new picture takes the place of
/// the old one; the link never shows any (domain.md 7).
/// </summary>
public static class AddInsuranceCards
{
    private const string Front = "front";
    private const string Back = "back";

    private static readonly string[] Parts = [Front, Back];

    /// <param name="Front">The side with the name.</param>
    /// <param name="Back">Null when it was not sent.</param>
    public sealed record Added(Card Front, Card? Back);

    /// <param name="Width">Pixels as it is looked at.</param>
    public sealed record Card(FileId Id, string ContentType, int Width, int Height);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/insurance-cards", async (string slug, HttpRequest request, Handler add, CancellationToken ct) =>
            (await add.Handle(slug, take => UploadForm.Read(request, Parts, take, ct), ct)).ToHttp(added => TypedResults.Created((string?)null, added)))
        .WithName(nameof(AddInsuranceCards))
        .WithMetadata(new RequestSizeLimitAttribute((2 * FileLimits.PictureBytes) + UploadForm.Around), new UploadParts([new(Front, true), new(Back, false)]))
        .Produces<Added>(StatusCodes.Status201Created)
        .ForPatientOrStaff()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed, FilesRefusals.TooLarge, FilesRefusals.NotAPicture, FilesRefusals.Queued);

    public sealed class Handler(ScheduleDb db, VisitAccess access, Catalogs catalogs, FileCabinet files, Caller caller, TimeProvider clock)
    {
        public async Task<Result<Added>> Handle(string slug, ReadUpload read, CancellationToken ct)
        {
            // Before the body is read: nobody sends twenty megabytes to be told that the link has ended.
            if (await Visit(slug, ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            var owner = FileOwner.Of(visit.Id);

            if ((await read(part => files.Prepare(owner, Purpose(part.Name), part.Upload, note: null, ct))).IsRefused(out var refusal, out var ready))
            {
                return refusal;
            }

            if (!ready.TryGetValue(Front, out var front))
            {
                return Refusals.Field(Front, "Send a picture of the front of the card.");
            }

            return await db.Write<Added>(
                async () =>
                {
                    if (await Visit(slug, ct) is null)
                    {
                        return Refusals.NotFound;
                    }

                    var back = ready.TryGetValue(Back, out var other) ? Of((await files.Keep(other, ct)).Value) : null;
                    return new Added(Of((await files.Keep(front, ct)).Value), back);
                },
                ct);
        }

        /// <summary>One side by itself, or both: a page sends each as soon as it is picked, or what its form holds.</summary>
        public async Task<Result<Card>> OneSide(string slug, ReadUpload read, CancellationToken ct)
        {
            if (await Visit(slug, ct) is not { } visit)
            {
                return Refusals.NotFound;
            }

            if ((await read(part => files.Prepare(FileOwner.Of(visit.Id), Purpose(part.Name), part.Upload, note: null, ct))).IsRefused(out var refusal, out var ready))
            {
                return refusal;
            }

            if (ready.Count == 0)
            {
                return Refusals.Field(Front, "Send a picture of the card.");
            }

            return await db.Write<Card>(
                async () =>
                {
                    if (await Visit(slug, ct) is null)
                    {
                        return Refusals.NotFound;
                    }

                    Card? last = null;

                    foreach (var side in ready.Values)
                    {
                        last = Of((await files.Keep(side, ct)).Value);
                    }

                    return last!;
                },
                ct);
        }

        /// <summary>The visit of the caller's link, at the clinic of the address.</summary>
        private async Task<Appointment?> Visit(string slug, CancellationToken ct) =>
            caller is { Kind: CallerKind.PatientLink, Id: { } id }
            && await access.Find(new AppointmentId(id), clock.GetCurrentInstant(), ct) is { } visit
            && (await catalogs.Current(ct)).ClinicBySlug(slug)?.Id == visit.ClinicId ? visit : null;

        private static FilePurpose Purpose(string part) => part is Back ? FilePurpose.InsuranceBack : FilePurpose.InsuranceFront;

        private static Card Of(KeptFile file) => new(file.Id, file.ContentType, file.Width, file.Height);
    }
}
