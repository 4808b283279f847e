using System.Buffers.Binary;

namespace DermSchedule.Files;

/// <summary>
/// The size of a HEIC: the largest <c>ispe</c> box below <c>meta/iprp/ipco</c> (ISO 23008-12). A phone stores tiles and says the size of the whole in
/// one more such box.
/// </summary>
internal static class HeicHeader
{
    private const int DeepestBox = 4;

    public static PictureHeader? Read(ReadOnlySpan<byte> content)
    {
        var brands = BinaryPrimitives.ReadUInt32BigEndian(content);

        if (brands < 16 || brands > content.Length || !IsHeic(content[8..12], content[16..(int)brands], out var moves))
        {
            return null;
        }

        var (width, height) = Largest(content[(int)brands..], 0);
        return PictureHeader.Of(PictureKind.Heic, width, height, moves);
    }

    private static bool IsHeic(ReadOnlySpan<byte> major, ReadOnlySpan<byte> compatible, out bool moves)
    {
        moves = major.SequenceEqual("msf1"u8) || major.SequenceEqual("hevc"u8) || major.SequenceEqual("hevx"u8);
        return moves || IsStill(major) || (major.SequenceEqual("mif1"u8) && HasStill(compatible));
    }

    private static bool HasStill(ReadOnlySpan<byte> brands)
    {
        for (; brands.Length >= 4; brands = brands[4..])
        {
            if (IsStill(brands[..4]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStill(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8);

    private static (long Width, long Height) Largest(ReadOnlySpan<byte> boxes, int depth)
    {
        var (width, height) = (0L, 0L);

        while (depth <= DeepestBox && boxes.Length >= 8)
        {
            var (start, size) = (8, (long)BinaryPrimitives.ReadUInt32BigEndian(boxes));

            if (size == 1 && boxes.Length >= 16)
            {
                (start, size) = (16, (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(boxes[8..]), long.MaxValue));
            }
            else if (size == 0)
            {
                size = boxes.Length;
            }

            if (size < start || size > boxes.Length)
            {
                break;
            }

            var (w, h) = SizeIn(boxes[4..8], boxes[start..(int)size], depth);
            (width, height) = (Math.Max(width, w), Math.Max(height, h));
            boxes = boxes[(int)size..];
        }

        return (width, height);
    }

    private static (long Width, long Height) SizeIn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body, int depth)
    {
        // The first four bytes of a "full" box are its version and flags.
        if (name.SequenceEqual("meta"u8) && body.Length > 4)
        {
            return Largest(body[4..], depth + 1);
        }

        if (name.SequenceEqual("iprp"u8) || name.SequenceEqual("ipco"u8))
        {
            return Largest(body, depth + 1);
        }

        return name.SequenceEqual("ispe"u8) && body.Length >= 12
            ? (BinaryPrimitives.ReadUInt32BigEndian(body[4..]), BinaryPrimitives.ReadUInt32BigEndian(body[8..]))
            : (0, 0);
    }
}
