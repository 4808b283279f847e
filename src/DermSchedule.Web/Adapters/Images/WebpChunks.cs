using System.Buffers.Binary;
using DermSchedule.Files;

namespace DermSchedule.Web.Adapters.Images;

/// <summary>Copies the chunks of a WebP that are its pixels, and the header that says how they lie. Places, words, profiles and what follows the file stay behind.</summary>
internal static class WebpChunks
{
    /// <summary>Of the flags of the extended header, transparency is all that is still true.</summary>
    private const byte Transparency = 0x10;

    public static byte[]? Copy(ReadOnlySpan<byte> content)
    {
        var said = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) + 8L;

        if (said > content.Length)
        {
            return null;
        }

        var rest = content[WebpHeader.Riff..(int)said];
        var copy = new MemoryStream(content.Length);
        copy.Write(content[..WebpHeader.Riff]);
        var pixels = false;

        while (rest.Length >= WebpHeader.ChunkHeader)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);

            if (size > rest.Length - WebpHeader.ChunkHeader)
            {
                return null;
            }

            var chunk = rest[..(WebpHeader.ChunkHeader + (int)size)];
            pixels |= Keep(copy, chunk);
            rest = rest[Math.Min(rest.Length, chunk.Length + (int)(size & 1))..];
        }

        if (!pixels)
        {
            return null;
        }

        var whole = copy.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)(whole.Length - 8));
        return whole;
    }

    /// <summary>Writes the chunk when it is one to keep; says whether it holds pixels.</summary>
    private static bool Keep(MemoryStream copy, ReadOnlySpan<byte> chunk)
    {
        var name = chunk[..4];
        var isPicture = name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8);

        if (name.SequenceEqual("VP8X"u8) && chunk.Length >= WebpHeader.ChunkHeader + 10)
        {
            copy.Write([.. "VP8X"u8, 10, 0, 0, 0, (byte)(chunk[8] & Transparency), 0, 0, 0, .. chunk[12..18]]);
        }
        else if (isPicture || name.SequenceEqual("ALPH"u8))
        {
            copy.Write(chunk);
            copy.Write(chunk.Length % 2 == 0 ? [] : [0]);
        }

        return isPicture;
    }
}
