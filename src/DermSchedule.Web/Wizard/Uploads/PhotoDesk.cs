using DermSchedule.Files;
using DermSchedule.Web.Ui;

namespace DermSchedule.Web.Wizard.Uploads;

/// <summary>What has been sent already, as the fields say it: that it is there, and never the picture (domain.md 7).</summary>
public sealed class PhotoDesk(FileCabinet files, ClinicFront front, Texts texts, Wording wording)
{
    public async Task<IReadOnlyList<KeptPhoto>> Photos(FileOwner owner, CancellationToken ct) =>
        [.. (await files.Of(owner, ct)).Where(file => file is { Purpose: FilePurpose.TriagePhoto, State: not FileState.Infected }).Select(Shown)];

    public async Task<KeptPhoto?> Card(AppointmentId visit, FilePurpose side, CancellationToken ct) =>
        (await files.Of(FileOwner.Of(visit), ct)).Where(file => file.Purpose == side && file.State != FileState.Infected).Select(Shown).FirstOrDefault();

    private KeptPhoto Shown(KeptFile file) => new(file.Id.ToString(), file.ContentType, file.Purpose switch
    {
        FilePurpose.InsuranceFront => texts.CardFront,
        FilePurpose.InsuranceBack => texts.CardBack,
        _ => file.Note == "far" ? texts.PhotoFar : texts.PhotoNear,
    })
    {
        At = front.Clinic is { } clinic ? wording.Short(file.AddedAt.InZone(clinic.Zone)) : null,
    };
}
