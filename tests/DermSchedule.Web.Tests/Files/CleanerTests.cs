using DermSchedule.Files;
using DermSchedule.Kernel;
using DermSchedule.Tests.Files;
using DermSchedule.Web.Adapters.ClamAv;
using DermSchedule.Web.Adapters.Images;
using Xunit;

namespace DermSchedule.Web.Tests.Files;

/// <summary>Both cleaners take the same test; where the one that decodes nothing does less, the corpus says so.</summary>
public sealed class CleanerTests
{
    public static TheoryData<bool, Hostile> Corpus => [.. HostileCorpus.All.SelectMany(file => new (bool, Hostile)[] { (true, file), (false, file) }).Select(row => new TheoryDataRow<bool, Hostile>(row.Item1, row.Item2))];

    [Fact]
    public void The_corpus_is_large_enough() => Assert.True(HostileCorpus.All.Count >= 60, $"{HostileCorpus.All.Count} files");

    [Fact]
    public void The_machine_that_tests_has_libvips() => Assert.True(VipsCleaner.IsInstalled(), "Install libvips-tools.");

    [Theory, MemberData(nameof(Corpus), DisableDiscoveryEnumeration = true)]
    public async Task Each_file_gets_the_answer_it_should_and_nothing_hidden_in_it_stays(bool anew, Hostile file)
    {
        var taken = await Takes(anew, file.Content);

        Assert.Equal(anew ? file.Fate : file.Stripped, FateOf(taken.Refusal));

        if (taken.Refusal is null)
        {
            var content = taken.Value.Picture.Content;
            Assert.False(TestPictures.Sings(content.Span));
            Assert.Equal(-1, content.Span.IndexOf("EICAR"u8));
            Assert.Equal(-1, content.Span.IndexOf("<?php"u8));
            Assert.Equal((32, 16), (taken.Value.Picture.Width, taken.Value.Picture.Height));
            Assert.NotNull(PictureHeader.Read(content.Span));
            Assert.Equal((32, 16), await Pixels.SizeOf(content));
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_cleaned_twice_is_taken_twice(bool anew)
    {
        var once = (await Takes(anew, TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(6))))).Value.Picture;

        var twice = (await Takes(anew, once.Content.ToArray())).Value.Picture;

        Assert.Equal((16, 32, 16, 32), (once.Width, once.Height, twice.Width, twice.Height));
    }

    /// <summary>Red and green above, blue and white below: where each corner is after the picture was turned the right way up (EXIF 2.32, 4.6.4).</summary>
    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public async Task A_picture_stands_the_right_way_up(int orientation, string corners)
    {
        var content = TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(orientation)));

        var anew = (await Takes(true, content)).Value.Picture;
        var stripped = (await Takes(false, content)).Value.Picture;

        Assert.Equal(corners, await Pixels.CornersOf(anew.Content, turned: false));

        // Stripped of everything but that one tag: whoever shows it turns it.
        Assert.Equal(corners, await Pixels.CornersOf(stripped.Content, turned: true));
        Assert.Equal((anew.Width, anew.Height), (stripped.Width, stripped.Height));
    }

    [Fact]
    public async Task A_picture_made_anew_holds_no_segment_that_could_tell()
    {
        var content = (await Takes(true, TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(1)), TestPictures.Segment(0xFE, TestPictures.Text("hello"))))).Value.Picture.Content.ToArray();

        Assert.DoesNotContain(Enumerable.Range(0, content.Length - 1), at => content[at] == 0xFF && content[at + 1] is 0xE1 or 0xE2 or 0xED or 0xFE && at < 300);
    }

    [Fact]
    public async Task Somebody_who_goes_away_takes_the_child_along()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new VipsCleaner(TimeProvider.System).Clean(TestPictures.Jpeg, PictureHeader.Read(TestPictures.Jpeg)!, gone.Token));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_thousand_broken_pictures_break_nothing(bool anew)
    {
        byte[][] pictures = [TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(6))), TestPictures.Png(), TestPictures.WebpWith("EXIF", TestPictures.Tiff(1), 8), TestPictures.CmykJpeg];

        for (var round = 0; round < (anew ? 60 : 4_000); round++)
        {
            var broken = pictures[round % pictures.Length].ToArray();
            broken[(round * 7919) % broken.Length] ^= (byte)(1 + (round % 255));
            broken[(round * 104_729) % broken.Length] ^= 0x55;

            var taken = await Takes(anew, broken);

            Assert.True(taken.Refusal is null || FateOf(taken.Refusal) is Fate.NotTaken or Fate.TooLarge);
        }
    }

    private static async Task<Result<FileIntake.Taken>> Takes(bool anew, byte[] content)
    {
        using var turns = new CleaningTurns();
        IImageCleaner cleaner = anew ? new VipsCleaner(TimeProvider.System) : new SegmentCleaner();
        using var stream = new MemoryStream(content);
        return await new FileIntake(cleaner, new NoScanner(), turns).Take(new Upload(stream, "text/html", "../../photo.jpg.exe"), CancellationToken.None);
    }

    private static Fate FateOf(Refusal? refusal) => refusal?.Code switch
    {
        null => Fate.Kept,
        "unsupported_media" => Fate.NotTaken,
        "payload_too_large" => Fate.TooLarge,
        var other => throw new InvalidOperationException(other),
    };
}
