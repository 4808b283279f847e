using System.Buffers.Binary;
using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>Copies the chunks of a PNG without which it is another picture, each with the checksum that fits. Texts, times, profiles and unknown chunks stay behind.</summary>
internal static class PngChunks
{
    /// <summary>Name and longest content. Of those with any length, a decoder reads every byte as pixels.</summary>
    private static readonly Dictionary<string, int> Kept = new(StringComparer.Ordinal)
    {
        ["IHDR"] = 13,
        ["PLTE"] = 768,
        ["tRNS"] = 256,
        ["gAMA"] = 4,
        ["sRGB"] = 1,
        ["IDAT"] = int.MaxValue,
        ["IEND"] = 0,
    };

    private static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(one => StepOf((uint)one))];

    public static byte[]? Copy(ReadOnlySpan<byte> content)
    {
        var copy = new MemoryStream(content.Length);
        copy.Write(content[..PngHeader.Signature]);
        var rest = content[PngHeader.Signature..];
        var pixels = false;

        while (rest.Length >= PngHeader.Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);

            if (length > rest.Length - PngHeader.Frame)
            {
                return null;
            }

            var chunk = rest[..(PngHeader.Frame + (int)length)];
            rest = rest[chunk.Length..];
            var name = System.Text.Encoding.Latin1.GetString(chunk[4..8]);

            if (!Kept.TryGetValue(name, out var longest) || length > longest)
            {
                continue;
            }

            if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
            {
                return null;
            }

            copy.Write(chunk);
            pixels |= name == "IDAT";

            if (name == "IEND")
            {
                return pixels ? copy.ToArray() : null;
            }
        }

        return null;
    }

    /// <summary>CRC-32 as PNG counts it (third edition, annex D).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;

        foreach (var one in bytes)
        {
            crc = Steps[(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint StepOf(uint one)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            one = (one & 1) == 0 ? one >> 1 : 0xEDB88320 ^ (one >> 1);
        }

        return one;
    }
}
