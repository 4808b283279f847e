using System.Buffers.Binary;

namespace DermSchedule.Files;

/// <summary>The size of a WebP: in its extended header where it has one, else in the bitstream (RFC 9649). The largest size that any chunk claims counts.</summary>
internal static class WebpHeader
{
    public const int Riff = 12;
    public const int ChunkHeader = 8;

    private const byte AnimationFlag = 0x02;

    public static PictureHeader? Read(ReadOnlySpan<byte> content)
    {
        var rest = content[Riff..];
        var (width, height, moves, picture) = (0, 0, false, false);

        while (rest.Length >= ChunkHeader)
        {
            var name = rest[..4];
            var body = rest[ChunkHeader..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var (w, h) = SizeIn(name, body);
            (width, height) = (Math.Max(width, w), Math.Max(height, h));
            picture |= name.StartsWith("VP8"u8) && name[3] != (byte)'X' && w > 0;
            moves |= name.StartsWith("ANIM"u8) || name.StartsWith("ANMF"u8) || (name.StartsWith("VP8X"u8) && body.Length > 0 && (body[0] & AnimationFlag) != 0);

            if (size > body.Length)
            {
                break;
            }

            rest = body[Math.Min(body.Length, (int)(size + (size & 1)))..];
        }

        return picture || moves ? PictureHeader.Of(PictureKind.Webp, width, height, moves) : null;
    }

    private static (int Width, int Height) SizeIn(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        if (name.SequenceEqual("VP8X"u8) && body.Length >= 10)
        {
            return (1 + Three(body[4..]), 1 + Three(body[7..]));
        }

        if (name.SequenceEqual("VP8 "u8) && body.Length >= 10 && body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
        }

        if (name.SequenceEqual("VP8L"u8) && body.Length >= 5 && body[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return (0, 0);
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
