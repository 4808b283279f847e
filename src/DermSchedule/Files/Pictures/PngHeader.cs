using System.Buffers.Binary;

namespace DermSchedule.Files;

/// <summary>The size of a PNG, and whether it moves: the first chunk says the one, an <c>acTL</c> chunk the other (PNG third edition, 5 and 11).</summary>
internal static class PngHeader
{
    public const int Signature = 8;

    /// <summary>Length, type and checksum around a chunk's content.</summary>
    public const int Frame = 12;

    public static PictureHeader? Read(ReadOnlySpan<byte> content)
    {
        var rest = content[Signature..];

        if (rest.Length < Frame + 13 || !rest[4..].StartsWith("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(rest) != 13)
        {
            return null;
        }

        return PictureHeader.Of(PictureKind.Png, BinaryPrimitives.ReadUInt32BigEndian(rest[8..]), BinaryPrimitives.ReadUInt32BigEndian(rest[12..]), Moves(rest));
    }

    private static bool Moves(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);

            if (rest[4..].StartsWith("acTL"u8))
            {
                return true;
            }

            if (length > rest.Length - Frame)
            {
                return false;
            }

            rest = rest[(Frame + (int)length)..];
        }

        return false;
    }
}
