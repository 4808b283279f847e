using System.Buffers.Binary;
using DermSchedule.Files;

namespace DermSchedule.Tests.Files;

/// <summary>What a picture is and how large, read by us before anything decodes it.</summary>
public sealed class PictureHeaderTests
{
    public static TheoryData<PictureKind, byte[]> Pictures => new()
    {
        { PictureKind.Jpeg, TestPictures.Jpeg },
        { PictureKind.Jpeg, TestPictures.ProgressiveJpeg },
        { PictureKind.Jpeg, TestPictures.CmykJpeg },
        { PictureKind.Jpeg, TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(6)), TestPictures.Segment(0xFE, new byte[60_000])) },
        { PictureKind.Png, TestPictures.Png() },
        { PictureKind.Png, TestPictures.Png(bits: 16) },
        { PictureKind.Webp, TestPictures.Webp },
        { PictureKind.Webp, TestPictures.LosslessWebp },
        { PictureKind.Webp, TestPictures.TransparentWebp },
    };

    public static TheoryData<PictureKind, byte[]> Phones => new() { { PictureKind.Heic, TestPictures.Heic } };

    [Theory, MemberData(nameof(Pictures))]
    public void Kind_and_size_are_read_off_the_bytes(PictureKind kind, byte[] content) => Assert.Equal(new PictureHeader(kind, 32, 16), PictureHeader.Read(content));

    [Theory, MemberData(nameof(Pictures)), MemberData(nameof(Phones))]
    public void Every_beginning_of_a_picture_and_every_flipped_byte_is_read_without_an_accident(PictureKind kind, byte[] content)
    {
        for (var length = 0; length < Math.Min(content.Length, 2_000); length++)
        {
            var cut = PictureHeader.Read(content.AsSpan(0, length));
            Assert.True(cut is null || cut.Kind == kind);
            var broken = content.ToArray();
            broken[length] ^= 0xFF;
            _ = PictureHeader.Read(broken);
        }
    }

    [Fact]
    public void An_animation_is_told_from_a_picture()
    {
        Assert.True(PictureHeader.Read(TestPictures.MovingWebp)?.IsMoving);
        Assert.True(PictureHeader.Read(TestPictures.Png(chunks: TestPictures.Chunk("acTL", new byte[8])))?.IsMoving);
        Assert.True(PictureHeader.Read([.. TestPictures.Heic.AsSpan(0, 8), .. "hevc"u8, .. TestPictures.Heic.AsSpan(12)])?.IsMoving);
    }

    [Fact]
    public void A_size_beyond_the_limits_is_refused_before_anything_is_decoded()
    {
        var wide = TestPictures.PngOf(12_001, 10, 8, []);
        var large = TestPictures.PngOf(10_000, 5_001, 8, []);
        var huge = TestPictures.PngOf(int.MaxValue, int.MaxValue, 8, []);
        var allowed = TestPictures.PngOf(10_000, 5_000, 8, []);

        Assert.All([wide, large, huge], content => Assert.Equal(FilesRefusals.TooManyPixels, FileIntake.Judge(content).Refusal));
        Assert.Null(FileIntake.Judge(allowed).Refusal);
    }

    /// <summary>Coded in whole blocks, and cut to 32 × 16 when it is shown: what has to be decoded counts.</summary>
    [Fact]
    public void A_heic_is_as_large_as_what_is_decoded_for_it() => Assert.Equal(new PictureHeader(PictureKind.Heic, 64, 64), PictureHeader.Read(TestPictures.Heic));

    [Fact]
    public void The_largest_size_that_a_heic_claims_counts()
    {
        var content = TestPictures.Heic.ToArray();
        var size = content.AsSpan().IndexOf("ispe"u8);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(size + 8), 20_000);

        Assert.Equal(FilesRefusals.TooManyPixels, FileIntake.Judge(content).Refusal);
    }

    [Fact]
    public void Whatever_is_no_picture_of_ours_is_refused()
    {
        byte[][] strangers = [TestPictures.Text("GIF89a"), TestPictures.Text("%PDF-1.7"), TestPictures.Text("<svg/>"), TestPictures.Avif, TestPictures.Zip(), TestPictures.Text("BM"), TestPictures.Text("II*\0"), [0], [0xFF, 0xD8, 0xFF]];

        Assert.All(strangers, content => Assert.Equal(FilesRefusals.NotAPicture, FileIntake.Judge(content).Refusal));
        Assert.Equal(FilesRefusals.Empty.Detail, FileIntake.Judge([]).Refusal!.Detail);
    }
}
