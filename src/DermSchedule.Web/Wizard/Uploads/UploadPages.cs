using DermSchedule.Files;
using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using DermSchedule.Triage;
using Microsoft.AspNetCore.Mvc;

namespace DermSchedule.Web.Wizard.Uploads;

/// <summary>
/// Where the fields for photos and cards send what was picked: with scripts one picture at once, without them the form. In the wizard the draft says whose
/// it is, on a private page its link does.
/// </summary>
internal static class UploadPages
{
    public const string Photo = "photo";

    private static readonly string[] Sides = ["front", "back"];

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        Post(app, "/{slug}/book/photos", WizardPhotos);
        Post(app, "/{slug}/book/card", WizardCard);
        Post(app, "/m/{token}/photos", VisitPhotos);
        Post(app, "/m/{token}/card", VisitCard);
    }

    private static void Post(IEndpointRouteBuilder app, string route, Func<UploadRequest, Task<IResult>> take) => app
        .MapPost(route, (Delegate)((HttpContext http) => take(new UploadRequest(http))))
        .WithMetadata(new RequestSizeLimitAttribute((2 * FileLimits.PictureBytes) + UploadForm.Around))
        .ExcludeFromDescription()
        .ForAnyone();

    private static async Task<IResult> WizardPhotos(UploadRequest request)
    {
        if (await Draft(request) is not { Judged: { NeedsHelp: false } judged })
        {
            return request.Gone($"/{request.Slug}/book");
        }

        var (add, remove) = (request.Get<AddTriagePhoto.Handler>(), request.Get<RemoveTriagePhoto.Handler>());
        return await request.Answer(
            $"/{request.Slug}/book/visit",
            async () => (await add.Handle(request.Slug, judged.Id, judged.Token, take => request.Read([Photo], take), request.Ct)).Of(added => new UploadAnswer(added.Id, added.ContentType, added.Width, added.Height)),
            file => remove.Handle(request.Slug, judged.Id, judged.Token, file, request.Ct));
    }

    private static async Task<IResult> WizardCard(UploadRequest request) =>
        await Draft(request) is { Booked: { } booked } && await Open(request, new Token(booked.ManageToken))
            ? await Card(request, booked.Id, $"/{request.Slug}/book/insurance")
            : request.Gone($"/{request.Slug}/book");

    private static async Task<IResult> VisitPhotos(UploadRequest request)
    {
        if (!await Open(request, new Token(request.Token)))
        {
            return request.Gone("/");
        }

        var visit = new AppointmentId(request.Get<Caller>().Id!.Value);
        var add = request.Get<AddVisitPhoto.Handler>();
        return await request.Answer(
            $"/m/{request.Token}/files",
            async () => (await add.Handle(visit, take => request.Read([Photo], take), request.Ct)).Of(added => new UploadAnswer(added.Id, added.ContentType, added.Width, added.Height)),
            file => Remove(request, visit, file));
    }

    private static async Task<IResult> VisitCard(UploadRequest request) => await Open(request, new Token(request.Token))
        ? await Card(request, new AppointmentId(request.Get<Caller>().Id!.Value), $"/m/{request.Token}/files")
        : request.Gone("/");

    private static async Task<IResult> Card(UploadRequest request, AppointmentId visit, string back)
    {
        var slug = (await request.Get<ShowAppointment.Handler>().Handle(new ShowAppointment.Request(visit), request.Ct)).Of(view => view.Clinic);
        var add = request.Get<AddInsuranceCards.Handler>();
        return slug.IsRefused(out _, out var clinic) ? request.Gone(back) : await request.Answer(
            back,
            async () => (await add.OneSide(clinic, take => request.Read(Sides, take), request.Ct)).Of(side => new UploadAnswer(side.Id, side.ContentType, side.Width, side.Height)),
            file => Remove(request, visit, file));
    }

    private static Task<Result<bool>> Remove(UploadRequest request, AppointmentId visit, FileId file) =>
        request.Get<RemoveVisitFile.Handler>().Handle(new RemoveVisitFile.Request(visit, file), request.Ct);

    private static async Task<Draft?> Draft(UploadRequest request) =>
        await request.Get<ClinicFront>().Enter(request.Slug, request.Ct) ? await request.Get<WizardDrafts>().Read(request.Http, request.Ct) : null;

    private static async Task<bool> Open(UploadRequest request, Token token)
    {
        if (await request.Get<PatientLinks>().Open(token, request.Ct) is not { } visit)
        {
            return false;
        }

        request.Get<Caller>().BecomePatient(visit.Value);
        return true;
    }

    private static Result<TOut> Of<T, TOut>(this Result<T> result, Func<T, TOut> answer) => result.IsRefused(out var refusal, out var value) ? refusal : answer(value);
}

/// <summary>What a script is told of a picture that was kept.</summary>
internal sealed record UploadAnswer(FileId Id, string ContentType, int Width, int Height);
