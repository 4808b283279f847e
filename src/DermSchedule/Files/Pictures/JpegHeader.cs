using System.Buffers.Binary;

namespace DermSchedule.Files;

/// <summary>The size of a JPEG: in the first frame header, behind whatever segments come before it (ITU T.81 B.2).</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static PictureHeader? Read(ReadOnlySpan<byte> content)
    {
        var rest = content[2..];

        while (rest.Length >= 4 && rest[0] == 0xFF)
        {
            if (rest[1] == 0xFF)
            {
                // Any number of fill bytes may stand before a marker.
                rest = rest[1..];
                continue;
            }

            var marker = rest[1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);

            if (marker is StartOfScan or EndOfImage or 0x01 or (>= 0xD0 and <= 0xD8) || length < 2 || rest.Length < 2 + length)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                return length < 8
                    ? null
                    : PictureHeader.Of(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            }

            rest = rest[(2 + length)..];
        }

        return null;
    }

    /// <summary>SOF0 to SOF15; three numbers of that row mean something else.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
