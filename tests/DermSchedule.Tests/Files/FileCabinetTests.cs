using DermSchedule.Audit;
using DermSchedule.Files;
using DermSchedule.Tests.Audit;
using DermSchedule.Tests.Settings;
using DermSchedule.Tests.Scheduling;

namespace DermSchedule.Tests.Files;

public sealed class FileCabinetTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task A_picture_is_kept_sealed_with_its_note_and_a_line_in_the_trail(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var triage = Cabinet.ATriage();

        var kept = (await clinic.Keeps(triage)).Value;

        Assert.Equal(("image/jpeg", 32, 16, FileState.Clean, "near, left arm"), (kept.ContentType, kept.Width, kept.Height, kept.State, kept.Note));
        Assert.Equal(kept, Assert.Single(await clinic.FilesOf(triage)));
        var stored = Assert.Single(clinic.Bytes().Kept).Value;
        Assert.Null(PictureHeader.Read(stored));
        Assert.Equal(-1, stored.AsSpan().IndexOf(TestPictures.Jpeg.AsSpan(0, 64)));
        Assert.Equal(kept.Id.Value, Assert.Single(await clinic.Rows<AuditEntry>(), line => line.Action == "file.added").EntityId);
    }

    [Theory, EveryDatabase]
    public async Task Of_seven_photos_sent_at_once_six_are_kept(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        for (var round = 0; round < 5; round++)
        {
            var triage = Cabinet.ATriage();

            var answers = await Together(7, _ => clinic.Keeps(triage));

            Assert.Equal(FilesRefusals.TooManyFiles, Assert.Single(answers, answer => answer.Refusal is not null).Refusal);
            Assert.Equal(FileLimits.Photos, (await clinic.FilesOf(triage)).Count);
        }
    }

    [Theory, EveryDatabase]
    public async Task Photos_of_more_than_forty_megabytes_together_are_too_much(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var triage = Cabinet.ATriage();
        var large = Cabinet.OfSize(FileLimits.PictureBytes);

        for (var photo = 0; photo < 4; photo++)
        {
            Assert.Null((await clinic.Keeps(triage, large)).Refusal);
        }

        var fifth = await clinic.Keeps(triage);

        Assert.Equal(Refusals.PayloadTooLarge, fifth.Refusal);
        Assert.Contains("40 MB", fifth.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task One_byte_too_many_is_too_much_and_nothing_of_it_is_kept(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var kept = await clinic.Keeps(Cabinet.ATriage(), Cabinet.OfSize(FileLimits.PictureBytes + 1));

        Assert.Equal((Refusals.PayloadTooLarge, FilesRefusals.TooLarge.Detail), (kept.Refusal, kept.Refusal!.Detail));
        Assert.Empty(clinic.Bytes().Kept);
        Assert.Empty(await clinic.Rows<StoredFile>());
    }

    [Theory, EveryDatabase]
    public async Task A_new_front_of_the_card_takes_the_place_of_the_old_one(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var triage = Cabinet.ATriage();
        var back = (await clinic.Keeps(triage, purpose: FilePurpose.InsuranceBack)).Value;
        await clinic.Keeps(triage, purpose: FilePurpose.InsuranceFront);

        var answers = await Together(3, _ => clinic.Keeps(triage, purpose: FilePurpose.InsuranceFront));
        await clinic.Drains();

        var kept = await clinic.FilesOf(triage);
        Assert.Equal(2, kept.Count);
        Assert.Contains(back.Id, kept.Select(file => file.Id));
        Assert.Contains(kept.Single(file => file.Purpose == FilePurpose.InsuranceFront).Id, answers.Select(answer => answer.Value.Id));
        Assert.Equal(kept.Select(file => file.Id).Order(), clinic.Bytes().Kept.Keys.Select(key => key.File).Order());
    }

    [Theory, EveryDatabase]
    public async Task What_is_removed_is_gone_with_its_note_and_its_bytes(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var triage = Cabinet.ATriage();
        var kept = (await clinic.Keeps(triage)).Value;
        var other = (await clinic.Keeps(triage)).Value;

        var removed = await clinic.Ask((FileCabinet files) => files.Remove(triage, kept.Id, CancellationToken.None));
        var again = await clinic.Ask((FileCabinet files) => files.Remove(triage, kept.Id, CancellationToken.None));
        var stranger = await clinic.Ask((FileCabinet files) => files.Remove(Cabinet.ATriage(), other.Id, CancellationToken.None));
        await clinic.Drains();

        Assert.True(removed.Value);
        Assert.Equal((Refusals.NotFound, Refusals.NotFound), (again.Refusal, stranger.Refusal));
        Assert.Equal(other.Id, Assert.Single(await clinic.FilesOf(triage)).Id);
        Assert.Equal(other.Id, Assert.Single(clinic.Bytes().Kept).Key.File);
        Assert.Null(Assert.Single(await clinic.Rows<StoredFile>(), row => row.Id == kept.Id).Note);
        Assert.Single(await clinic.Rows<AuditEntry>(), line => line.Action == "file.removed");
    }

    [Theory, EveryDatabase]
    public async Task Everything_an_owner_has_goes_at_once_or_moves_to_another(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var (triage, visit) = (Cabinet.ATriage(), new FileOwner(FileOwnerKind.Visit, Rows.NewOwner()));
        await clinic.Keeps(triage);
        await clinic.Keeps(triage);

        await clinic.Ask(async (FileCabinet files) => { await files.Rehome(triage, visit, CancellationToken.None); return 0; });
        var moved = (await clinic.FilesOf(visit)).Count;
        var left = (await clinic.FilesOf(triage)).Count;
        await clinic.Ask(async (FileCabinet files) => { await files.RemoveAll(visit, CancellationToken.None); return 0; });
        await clinic.Drains();

        Assert.Equal((2, 0), (moved, left));
        Assert.Empty(await clinic.FilesOf(visit));
        Assert.Empty(clinic.Bytes().Kept);
    }

    [Theory, EveryDatabase]
    public async Task Bytes_whose_row_never_came_are_swept_up_and_others_are_not(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var triage = Cabinet.ATriage();
        var kept = (await clinic.Keeps(triage)).Value;

        // The server died between the bytes and their row.
        var lost = (await clinic.Ask((FileCabinet files) => files.Prepare(triage, FilePurpose.TriagePhoto, Cabinet.AnUpload(), null, CancellationToken.None))).Value;
        await clinic.Drains();
        var before = clinic.Bytes().Kept.Count;
        clinic.TimePasses(FileRecords.SweepAfter);
        await clinic.Drains();

        Assert.Equal(2, before);
        Assert.Equal(kept.Id, Assert.Single(clinic.Bytes().Kept).Key.File);
        Assert.NotEqual(lost.Id, kept.Id);
    }

    [Theory, EveryDatabase]
    public async Task Another_practice_finds_nothing_of_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var triage = Cabinet.ATriage();
        var kept = (await clinic.Keeps(triage)).Value;
        var other = await OtherPractice.Opened(clinic);
        await using var there = await clinic.Scope(other.Practice);
        there.Get<Caller>().BecomeStaff(CallerKind.User, Rows.NewOwner(), null, [Role.Owner], null);

        var list = await there.Get<FileCabinet>().Of(triage, CancellationToken.None);
        var removed = await there.Get<FileCabinet>().Remove(triage, kept.Id, CancellationToken.None);
        var read = await there.Get<ReadFile.Handler>().Handle(new ReadFile.Request(kept.Id, null, null), CancellationToken.None);

        Assert.Empty(list);
        Assert.Equal((Refusals.NotFound, Refusals.NotFound), (removed.Refusal, read.Refusal));
        Assert.Single(await clinic.FilesOf(triage));
    }
}
