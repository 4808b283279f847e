using System.Buffers.Binary;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>The one tag of EXIF that changes how a picture is seen: which side is up (EXIF 2.32, 4.6.4).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int Entry = 12;

    /// <param name="tiff">What stands behind <c>Exif\0\0</c>.</param>
    /// <returns>1 to 8, or null.</returns>
    public static int? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var little = tiff[0] == 'I';
        var first = Long(tiff[4..], little);

        if (first > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[((int)first + 2)..];

        for (var left = Short(tiff[(int)first..], little); left > 0 && entries.Length >= Entry; left--, entries = entries[Entry..])
        {
            if (Short(entries, little) == Tag)
            {
                var value = Short(entries[8..], little);
                return value is >= 1 and <= 8 ? value : null;
            }
        }

        return null;
    }

    /// <summary>A whole EXIF block that says this and nothing else.</summary>
    public static byte[] Alone(int orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
