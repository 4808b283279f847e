using System.Buffers.Binary;
using DermSchedule.Tests.Files;

namespace DermSchedule.Web.Tests.Files;

/// <summary>What must come of a file.</summary>
public enum Fate
{
    /// <summary>Kept, without anything but the picture.</summary>
    Kept,

    /// <summary>415.</summary>
    NotTaken,

    /// <summary>413.</summary>
    TooLarge,
}

/// <summary>One file of a stranger.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Fate">What comes of it where libvips makes pictures anew.</param>
/// <param name="Stripped">What comes of it where pictures are only stripped.</param>
public sealed record Hostile(string Name, byte[] Content, Fate Fate, Fate Stripped)
{
    public override string ToString() => Name;
}

/// <summary>Files that people with bad intentions send, and files that are merely broken (reliability.md 5.2).</summary>
public static class HostileCorpus
{
    private const string Php = "<?php system($_GET['c']); /* ZqGpsCanary */ ?>";
    private const string Script = "<script>alert('ZqGpsCanary')</script>";

    public static readonly IReadOnlyList<Hostile> All = [.. Strangers(), .. Polyglots(), .. Tellers(), .. Bombs(), .. Broken(), .. Honest()];

    private static Hostile Of(string name, Fate fate, byte[] content, Fate? stripped = null) => new(name, content, fate, stripped ?? fate);

    private static byte[] T(string text) => TestPictures.Text(text);

    private static byte[] Behind(byte[] picture, params byte[][] more) => [.. picture, .. more.SelectMany(part => part)];

    private static IEnumerable<Hostile> Strangers() =>
    [
        Of("nothing at all", Fate.NotTaken, []),
        Of("one byte", Fate.NotTaken, [0xFF]),
        Of("NUL bytes", Fate.NotTaken, new byte[5_000]),
        Of("random bytes", Fate.NotTaken, Random()),
        Of("EICAR", Fate.NotTaken, TestPictures.Eicar),
        Of("SVG with a script", Fate.NotTaken, T($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">{Script}</svg>")),
        Of("HTML", Fate.NotTaken, T($"<!DOCTYPE html><body>{Script}")),
        Of("PDF with JavaScript", Fate.NotTaken, T("%PDF-1.7\n1 0 obj << /S /JavaScript /JS (app.alert('ZqGpsCanary')) >>")),
        Of("a program called .jpg.exe", Fate.NotTaken, [.. "MZ"u8, 0x90, 0, .. new byte[200]]),
        Of("GIF", Fate.NotTaken, Gif()),
        Of("GIFAR", Fate.NotTaken, Behind(Gif(), TestPictures.Zip())),
        Of("TIFF", Fate.NotTaken, TestPictures.Tiff(1)),
        Of("BMP", Fate.NotTaken, [.. "BM"u8, .. new byte[60]]),
        Of("ZIP", Fate.NotTaken, TestPictures.Zip()),
        Of("AVIF", Fate.NotTaken, TestPictures.Avif),
        Of("a film", Fate.NotTaken, [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8, .. new byte[100]]),
        Of("MVG for ImageMagick", Fate.NotTaken, T("push graphic-context\nfill 'url(https://127.0.0.1/\"|id\")'")),
        Of("only the first bytes of a JPEG", Fate.NotTaken, [0xFF, 0xD8, 0xFF, 0xE0]),
        Of("only the first bytes of a PNG", Fate.NotTaken, TestPictures.Png()[..8]),
    ];

    private static IEnumerable<Hostile> Polyglots() =>
    [
        Of("PHP in a comment of a JPEG", Fate.Kept, TestPictures.JpegWith(TestPictures.Segment(0xFE, T(Php)))),
        Of("PHP behind a JPEG", Fate.Kept, Behind(TestPictures.Jpeg, T(Php))),
        Of("ZIP behind a JPEG", Fate.Kept, Behind(TestPictures.Jpeg, TestPictures.Zip(), T(TestPictures.Canary))),
        Of("EICAR behind a JPEG", Fate.Kept, Behind(TestPictures.Jpeg, TestPictures.Eicar, T(TestPictures.Canary))),
        Of("a second JPEG behind a JPEG", Fate.Kept, Behind(TestPictures.Jpeg, TestPictures.JpegWith(TestPictures.Segment(0xFE, T(TestPictures.Canary))))),
        Of("PDF behind a PNG", Fate.Kept, Behind(TestPictures.Png(), T("%PDF-1.7 ZqGpsCanary"))),
        Of("ZIP behind a WebP", Fate.Kept, Behind(TestPictures.Webp, TestPictures.Zip(), T(TestPictures.Canary))),
        Of("HTML in an application segment", Fate.Kept, TestPictures.JpegWith(TestPictures.Segment(0xE9, T(Script)))),
        Of("a script in the words of EXIF", Fate.Kept, TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(1, Script)))),
    ];

    private static IEnumerable<Hostile> Tellers() =>
    [
        Of("a place in EXIF of a JPEG", Fate.Kept, TestPictures.JpegWith(TestPictures.Exif(TestPictures.Tiff(1)))),
        Of("XMP of a JPEG", Fate.Kept, TestPictures.JpegWith(TestPictures.Segment(0xE1, T("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>ZqGpsCanary</x:xmpmeta>")))),
        Of("IPTC of a JPEG", Fate.Kept, TestPictures.JpegWith(TestPictures.Segment(0xED, T("Photoshop 3.0\08BIM\u0004\u0004ZqGpsCanary")))),
        Of("a huge profile of a JPEG", Fate.Kept, TestPictures.JpegWith([.. Enumerable.Range(1, 20).Select(part => TestPictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, (byte)part, 20, .. T(TestPictures.Canary), .. new byte[60_000]]))])),
        Of("a thumbnail in JFIF", Fate.Kept, TestPictures.JpegWith(TestPictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 4, .. T(TestPictures.Canary), 0]))),
        Of("tEXt of a PNG", Fate.Kept, TestPictures.Png(chunks: TestPictures.Chunk("tEXt", T("Comment\0ZqGpsCanary")))),
        Of("zTXt of a PNG", Fate.Kept, TestPictures.Png(chunks: TestPictures.Chunk("zTXt", [.. "Comment\0\0"u8, .. TestPictures.Zipped(T(TestPictures.Canary))]))),
        Of("eXIf of a PNG", Fate.Kept, TestPictures.Png(chunks: TestPictures.Chunk("eXIf", TestPictures.Tiff(1)))),
        Of("an unknown chunk of a PNG", Fate.Kept, TestPictures.Png(chunks: TestPictures.Chunk("caNa", T(TestPictures.Canary)))),
        Of("EXIF of a WebP", Fate.Kept, TestPictures.WebpWith("EXIF", TestPictures.Tiff(1), 0x08)),
        Of("XMP of a WebP", Fate.Kept, TestPictures.WebpWith("XMP ", T("<x>ZqGpsCanary</x>"), 0x04)),
        Of("a place in a HEIC", Fate.Kept, TestPictures.Heic, Fate.NotTaken),
    ];

    private static IEnumerable<Hostile> Bombs() =>
    [
        Of("a PNG bomb: few bytes, many pixels", Fate.TooLarge, TestPictures.PngOf(30_000, 30_000, 8, TestPictures.Zipped(new byte[3_000_000]))),
        Of("a PNG as wide as numbers go", Fate.TooLarge, TestPictures.PngOf(int.MaxValue, 1, 8, TestPictures.Zipped([0]))),
        Of("a JPEG of 64k × 64k", Fate.TooLarge, Sized(65_500, 65_500)),
        Of("a JPEG one pixel too wide", Fate.TooLarge, Sized(12_001, 100)),
        Of("more than ten megabytes", Fate.TooLarge, [.. TestPictures.Jpeg, .. new byte[10 * 1024 * 1024]]),
        Of("a text of a PNG that unpacks to hundreds of megabytes", Fate.Kept, TestPictures.Png(chunks: TestPictures.Chunk("zTXt", [.. "Comment\0\0"u8, .. TestPictures.Zipped(new byte[200_000_000])]))),
        Of("pixels of a PNG that never end", Fate.Kept, TestPictures.PngOf(32, 16, 8, TestPictures.Zipped(new byte[50_000_000]))),
        Of("a moving PNG", Fate.NotTaken, TestPictures.Png(chunks: TestPictures.Chunk("acTL", [0, 0, 0, 9, 0, 0, 0, 0]))),
        Of("a moving WebP", Fate.NotTaken, TestPictures.MovingWebp),
        Of("a sequence of HEIC", Fate.NotTaken, [.. TestPictures.Heic.AsSpan(0, 8), .. "msf1"u8, .. TestPictures.Heic.AsSpan(12)]),
    ];

    private static IEnumerable<Hostile> Broken() =>
    [
        .. Cut("JPEG", TestPictures.Jpeg),
        .. Cut("PNG", TestPictures.Png(bits: 16)[..^12]),

        // All pixels are there: libvips makes a whole picture of it, and without the end nobody else knows that.
        Of("a PNG without an end", Fate.Kept, TestPictures.Png()[..^12], Fate.NotTaken),
        .. Cut("WebP", TestPictures.Webp),
        .. Cut("HEIC", TestPictures.Heic),
        Of("a JPEG without height", Fate.NotTaken, Sized(0, 32)),
        Of("a JPEG of tables only", Fate.NotTaken, [0xFF, 0xD8, .. TestPictures.Segment(0xDB, new byte[65]), 0xFF, 0xD9]),
        Of("a PNG whose checksum is wrong", Fate.NotTaken, Flipped(TestPictures.Png(), 30)),
    ];

    private static IEnumerable<Hostile> Honest() =>
    [
        Of("a JPEG", Fate.Kept, TestPictures.Jpeg),
        Of("a JPEG in several scans", Fate.Kept, TestPictures.ProgressiveJpeg),
        Of("a JPEG in four inks", Fate.Kept, TestPictures.CmykJpeg),
        Of("a PNG of 16 bits", Fate.Kept, TestPictures.Png(bits: 16)),
        Of("a WebP", Fate.Kept, TestPictures.Webp),
        Of("a lossless WebP", Fate.Kept, TestPictures.LosslessWebp),
        Of("a transparent WebP", Fate.Kept, TestPictures.TransparentWebp),
    ];

    private static IEnumerable<Hostile> Cut(string kind, byte[] picture) => new[] { 30, 55, 80, 95 }
        .Select(percent => Of($"a {kind} cut off at {percent} %", Fate.NotTaken, picture[..(picture.Length * percent / 100)]));

    private static byte[] Gif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private static byte[] Sized(int height, int width)
    {
        var picture = TestPictures.Jpeg.ToArray();
        var frame = picture.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(frame + 7), (ushort)width);
        return picture;
    }

    private static byte[] Flipped(byte[] content, int at)
    {
        content[at] ^= 0x01;
        return content;
    }

    private static byte[] Random()
    {
        var bytes = new byte[4_096];
        var state = 0x2545F491u;

        for (var i = 0; i < bytes.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            bytes[i] = (byte)((state >> 11) & 0xFF);
        }

        return bytes;
    }
}
