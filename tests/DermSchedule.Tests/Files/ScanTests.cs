using DermSchedule.Audit;
using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Tests.Audit;

namespace DermSchedule.Tests.Files;

/// <summary>Nobody looks at what the scanner has not called clean (reliability.md 5.2).</summary>
public sealed class ScanTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task What_the_scanner_finds_at_once_is_refused_and_only_its_row_stays(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        clinic.Scanner().Says = ScanVerdict.Infected;
        var triage = Cabinet.ATriage();

        var kept = await clinic.Keeps(triage);

        Assert.Equal((Refusals.UnsupportedMedia, FilesRefusals.Infected.Detail), (kept.Refusal, kept.Refusal!.Detail));
        Assert.Empty(clinic.Bytes().Kept);
        Assert.Empty(await clinic.FilesOf(triage));
        var row = Assert.Single(await clinic.Rows<StoredFile>());
        Assert.Equal((FileState.Infected, null), (row.State, row.Note));
        Assert.Single(await clinic.Rows<AuditEntry>(), line => line.Action == "file.infected");
    }

    [Theory, EveryDatabase]
    public async Task While_the_scanner_is_away_a_picture_waits_and_is_then_clean(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        clinic.Scanner().Says = ScanVerdict.Unreachable;
        var triage = Cabinet.ATriage();
        var kept = (await clinic.Keeps(triage)).Value;
        await clinic.Drains();
        var whileAway = await clinic.Reads(kept.Id);

        clinic.Scanner().Says = ScanVerdict.Clean;
        await clinic.WakesRestingRows();
        await clinic.Drains();

        Assert.Equal(FileState.Quarantined, kept.State);
        Assert.Equal(Refusals.NotFound, whileAway.Refusal);
        Assert.Equal(FileState.Clean, Assert.Single(await clinic.FilesOf(triage)).State);
        Assert.Equal(TestPictures.Jpeg, (await clinic.Reads(kept.Id)).Value.Content);
        Assert.Equal(2, Assert.Single(await clinic.Rows<DueRow>(), row => row.Kind == "file.scan").Attempts);
    }

    [Theory, EveryDatabase]
    public async Task What_is_found_later_loses_its_bytes_and_makes_room(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        clinic.Scanner().Says = ScanVerdict.Unreachable;
        var triage = Cabinet.ATriage();
        var kept = (await clinic.Keeps(triage)).Value;

        clinic.Scanner().Says = ScanVerdict.Infected;
        await clinic.WakesRestingRows();
        await clinic.Drains();
        clinic.Scanner().Says = ScanVerdict.Clean;

        for (var photo = 0; photo < FileLimits.Photos; photo++)
        {
            Assert.Null((await clinic.Keeps(triage)).Refusal);
        }

        Assert.Equal(FileState.Infected, (await clinic.FilesOf(triage)).Single(file => file.Id == kept.Id).State);
        Assert.DoesNotContain(kept.Id, clinic.Bytes().Kept.Keys.Select(key => key.File));
        Assert.Equal(Refusals.NotFound, (await clinic.Reads(kept.Id)).Refusal);
    }
}
