using System.Buffers.Binary;
using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>
/// Copies tables, frames and scans of a JPEG up to its end. Application segments and comments stay behind; what a viewer needs of them (how colours are
/// coded, which side is up) is written anew.
/// </summary>
internal static class JpegSegments
{
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Adobe = 0xEE;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>Tables, restart interval, lines, and nothing that could carry words.</summary>
    private static readonly byte[] Tables = [0xC4, 0xCC, 0xDB, 0xDC, 0xDD];

    /// <param name="isSideways">Whether it is looked at turned by a quarter.</param>
    public static byte[]? Copy(ReadOnlySpan<byte> content, out bool isSideways)
    {
        isSideways = false;
        var rest = content[2..];
        var body = new MemoryStream();
        var (orientation, colours, hasJfif, frames, scans) = (1, (byte?)null, false, 0, 0);

        while (rest.Length >= 2 && rest[0] == 0xFF)
        {
            var marker = rest[1];

            if (marker == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            if (marker == EndOfImage)
            {
                isSideways = orientation >= 5;
                return frames == 1 && scans > 0 ? Whole(body, orientation, colours, hasJfif) : null;
            }

            if (rest.Length < 4 || BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) is var length && (length < 2 || rest.Length < 2 + length))
            {
                return null;
            }

            var segment = rest[..(2 + length)];
            rest = rest[(2 + length)..];

            if (marker == StartOfScan)
            {
                scans++;
                var data = ScanLength(rest);
                body.Write(segment);
                body.Write(rest[..data]);
                rest = rest[data..];
            }
            else if (JpegHeader.IsFrame(marker) || Tables.Contains(marker))
            {
                frames += JpegHeader.IsFrame(marker) ? 1 : 0;
                body.Write(segment);
            }

            (orientation, colours, hasJfif) = Learn(marker, segment[4..], orientation, colours, hasJfif);
        }

        return null;
    }

    /// <summary>Of the segments that stay behind, the three facts that a viewer needs.</summary>
    private static (int Orientation, byte? Colours, bool HasJfif) Learn(byte marker, ReadOnlySpan<byte> data, int orientation, byte? colours, bool hasJfif) => marker switch
    {
        Jfif when data.StartsWith("JFIF\0"u8) => (orientation, colours, true),
        Exif when data.StartsWith("Exif\0\0"u8) && ExifOrientation.Read(data[6..]) is { } told => (told, colours, hasJfif),
        Adobe when data.Length >= 12 && data.StartsWith("Adobe"u8) && data[11] <= 2 => (orientation, data[11], hasJfif),
        _ => (orientation, colours, hasJfif),
    };

    /// <summary>Coded data runs to the next marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return rest.Length;
    }

    private static byte[] Whole(MemoryStream body, int orientation, byte? colours, bool hasJfif)
    {
        var whole = new MemoryStream((int)body.Length + 128);
        whole.Write([0xFF, 0xD8]);

        if (hasJfif)
        {
            whole.Write([0xFF, Jfif, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        }

        if (orientation != 1)
        {
            whole.Write([0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. ExifOrientation.Alone(orientation)]);
        }

        if (colours is { } transform)
        {
            whole.Write([0xFF, Adobe, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]);
        }

        body.WriteTo(whole);
        whole.Write([0xFF, EndOfImage]);
        return whole.ToArray();
    }
}
